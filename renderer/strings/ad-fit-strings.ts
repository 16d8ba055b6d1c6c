import { catalogue } from './catalogue.ts';

/** How an ad stands in its slot, and how it could stand otherwise. */
export const adFitStrings = catalogue({
  zhCn: {
    fits: (figures: string) => `与广告位相合：${figures}`,
    whole: (figures: string) => `按比例缩放，居中：${figures}`,
    stretched: (percent: number) => `撑满广告位，横竖缩放相差 ${percent}%，字和圆标会略微变形`,
    others: '别的放法',
    makeWhole: '按比例缩放入位',
    stretch: '撑满广告位',
    toSize: (name: string, width: number, height: number) => `改为${name}（${width} × ${height}）`,
    toSlot: (page: string, size: string) => `换到 ${page} 版空着的${size}`,
    scale: (percent: number) => `缩放 ${percent}%`,
    rest: (side: string, millimetres: number) => `${side}留白 ${millimetres} mm`,
    sides: { width: '左右', height: '上下' },
    type: (points: number) => `最小字 ${points} 点`,
    ppi: (ppi: number) => `图片 ${ppi} ppi`,
    comma: '，',
    step: '改广告放法',
    failed: '这一步没有做成：版面刚刚变了，或本期正由别处编辑。',
  },
  en: {
    fits: (figures: string) => `Fits its slot: ${figures}`,
    whole: (figures: string) => `Whole, in proportion, in the middle: ${figures}`,
    stretched: (percent: number) =>
      `Stretched to its slot, ${percent}% more one way than the other; round logos suffer`,
    others: 'Other ways to place it',
    makeWhole: 'Scale in proportion',
    stretch: 'Stretch to the slot',
    toSize: (name: string, width: number, height: number) =>
      `Make the slot ${name} (${width} × ${height})`,
    toSlot: (page: string, size: string) => `To the empty ${size} slot of page ${page}`,
    scale: (percent: number) => `${percent}% of its size`,
    rest: (side: string, millimetres: number) => `${millimetres} mm of paper ${side}`,
    sides: { width: 'at the sides', height: 'above and below' },
    type: (points: number) => `smallest type ${points} pt`,
    ppi: (ppi: number) => `pictures ${ppi} ppi`,
    comma: ', ',
    step: 'Place ad otherwise',
    failed: 'Not done: the page has just changed, or the issue is being edited elsewhere.',
  },
});

import { catalogue } from './catalogue.ts';

/** Words for placing a refused ad as a picture. */
export const adRasterStrings = catalogue({
  zhCn: {
    title: '这份广告不能原样上版',
    lastResort: '最好请广告方按上面的办法重出。来不及时可以转成图片上版，作为最后的办法：',
    losses: [
      '文字和线条都变成像素，小字的边缘会发虚；彩色小字要几块版套印。',
      '原来的四色数值不再保留，颜色先成屏幕三色，再按印厂规范换算；黑字和灰底仍只用黑版。',
      '透明的地方按白纸印。',
    ],
    after: '转成图片后，检查里会一直留一条提醒。',
    drawing: '正在转成图片，最多一分钟…',
    refuse: '不置入',
    stop: '停下',
    rasterise: '转成图片',
    noted: (ppi: number) => `广告黄灯：已转成图片（${ppi} ppi）置入，请打大样逐处核对。`,
  },
  en: {
    title: 'This ad cannot be placed as it is',
    lastResort:
      'It is best to ask the advertiser for what is said above. When there is no time for it, ' +
      'the ad can be placed as a picture, as a last resort:',
    losses: [
      'Type and lines become pixels: small type gets soft edges, and coloured type several plates.',
      'Amounts of ink are not kept: colours become those of a screen, then inks by the press ' +
        'profile. Black type and grey tints still take the black plate alone.',
      'What lets the paper through is printed on white.',
    ],
    after: 'A warning about it stays among the findings.',
    drawing: 'Turning it into a picture; a minute at most …',
    refuse: 'Leave it out',
    stop: 'Stop',
    rasterise: 'Turn into a picture',
    noted: (ppi: number) =>
      `Ad, amber: placed as a picture of ${ppi} ppi; compare a proof with the original.`,
  },
});

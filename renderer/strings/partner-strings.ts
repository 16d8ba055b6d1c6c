import type { EditFailure } from '#engine/model/edits/edit.ts';
import type { AdMark } from '#engine/model/issue.ts';
import { catalogue } from './catalogue.ts';

/** Words of the panel of the partner grid. */
export const partnerStrings = catalogue({
  zhCn: {
    none: '这一版没有合作园区。',
    grid: '格子',
    rows: '行',
    columns: '列',
    mark: '「广告」标识',
    marks: {
      none: '不标',
      topLeft: '左上',
      topRight: '右上',
      bottomLeft: '左下',
      bottomRight: '右下',
    } satisfies Record<AdMark, string>,
    cells: '各格',
    cell: (row: number, column: number) => `${row} 行 ${column} 列`,
    emptyCell: '空格',
    pictureCell: '图片',
    back: '前移一格',
    forward: '后移一格',
    copy: '复制这一格',
    paste: '粘贴到这一格',
    clear: '清空这一格',
    mergeRight: '与右边一格合并',
    mergeDown: '与下边一格合并',
    split: '拆开合并的格子',
    copyGrid: '复制整个园区',
    pasteGrid: '粘贴整个园区',
    newTitle: '合作园区',
    logo: '标志',
    picture: '图片',
    choosePicture: '选图片…',
    replacePicture: '替换…',
    removePicture: '去掉',
    content: (cell: number) => `第 ${cell} 格`,
    kind: '内容',
    kinds: { title: '标题', partner: '园区', picture: '图片', empty: '空' },
    title: '标题',
    name: '名称',
    latinName: '西文名',
    slogan: '口号',
    hotlineLabel: '电话名称',
    hotlineNumber: '电话',
    expires: '到期日',
    emptyHint: '这一格还空着。选“园区”或“标题”来填写。',
    pictureHint: '裁切、灰度在“图片”面板里。',
    chooseHint: '点一格来填写。',
    refusal: (failure: EditFailure): string => {
      switch (failure) {
        case 'content would be lost':
          return '末尾的格子里还有内容，减去就会丢失。先把它们移走或清空。';
        case 'not a size of a grid':
          return '行数、列数须在 1 到 24 之间。';
        case 'cells are merged':
          return '有格子是合并的：先拆开合并的格子，再改行列或次序。';
        case 'read-only':
          return '本期正由别处编辑，这里只能看。';
        default:
          return '格子刚刚变了，这一步没有做成。';
      }
    },
    steps: {
      size: '改园区行列',
      mark: '改广告标识',
      order: '改园区次序',
      fill: '改园区内容',
      picture: '改园区图片',
      swap: '对调两格',
      merge: '合并格子',
      split: '拆开格子',
      clear: '清空一格',
      paste: '粘贴园区',
      add: '加合作园区',
    },
  },
  en: {
    none: 'This page has no partner grid.',
    grid: 'Grid',
    rows: 'Rows',
    columns: 'Columns',
    mark: 'Mark 广告',
    marks: {
      none: 'None',
      topLeft: 'Top left',
      topRight: 'Top right',
      bottomLeft: 'Bottom left',
      bottomRight: 'Bottom right',
    },
    cells: 'Cells',
    cell: (row: number, column: number) => `Row ${row}, column ${column}`,
    emptyCell: 'Empty',
    pictureCell: 'Picture',
    back: 'Move one cell back',
    forward: 'Move one cell on',
    copy: 'Copy this cell',
    paste: 'Paste into this cell',
    clear: 'Empty this cell',
    mergeRight: 'Merge with the cell to the right',
    mergeDown: 'Merge with the cell below',
    split: 'Split merged cells',
    copyGrid: 'Copy the whole grid',
    pasteGrid: 'Paste the whole grid',
    newTitle: '合作园区',
    logo: 'Logo',
    picture: 'Picture',
    choosePicture: 'Choose…',
    replacePicture: 'Replace…',
    removePicture: 'Take off',
    content: (cell: number) => `Cell ${cell}`,
    kind: 'Holds',
    kinds: { title: 'Title', partner: 'Partner', picture: 'Picture', empty: 'Nothing' },
    title: 'Title',
    name: 'Name',
    latinName: 'Latin name',
    slogan: 'Slogan',
    hotlineLabel: 'Phone label',
    hotlineNumber: 'Phone',
    expires: 'Expires',
    emptyHint: 'This cell is still empty. Choose Partner or Title to fill it.',
    pictureHint: 'Crop and greyscale are in the picture panel.',
    chooseHint: 'Choose a cell to fill it.',
    refusal: (failure: EditFailure): string => {
      switch (failure) {
        case 'content would be lost':
          return 'The last cells are not empty and would be lost. Move or empty them first.';
        case 'not a size of a grid':
          return 'A grid has 1 to 24 rows and columns.';
        case 'cells are merged':
          return 'Some cells are merged: split them before you change rows, columns or order.';
        case 'read-only':
          return 'Another desk is editing this issue; here it can only be read.';
        default:
          return 'The grid has just changed; nothing was done.';
      }
    },
    steps: {
      size: 'Partner grid size',
      mark: 'Mark 广告',
      order: 'Partner order',
      fill: 'Partner cell',
      picture: 'Partner picture',
      swap: 'Swap two cells',
      merge: 'Merge cells',
      split: 'Split cells',
      clear: 'Empty cell',
      paste: 'Paste partners',
      add: 'Add partner grid',
    },
  },
});

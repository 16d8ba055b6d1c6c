/** Every sentence of the screen, in the newsroom's language. */
export const zhCn = {
  product: '版心',
  opening: '正在打开本期……',
  page: (number: string, name: string) => `${number} 版　${name}`,
  zoomIn: '放大',
  zoomOut: '缩小',
  fitPage: '整页',
  actualSize: '实际尺寸',
  failed: (reason: string) => `打不开：${reason}`,
} as const;

import { catalogue } from './catalogue.ts';

/** Mending what the checks before press found. */
export const mendStrings = catalogue({
  zhCn: {
    open: (count: number) => `自动改正（${count} 条）…`,
    title: '自动改正',
    safe: '放心改：意思不变',
    toBeLookedAt: '看过再定',
    note: '改完可以一步撤销。',
    cancel: '取消',
    mend: (count: number) => `改正 ${count} 条`,
    step: '自动改正',
  },
  en: {
    open: (count: number) => `Mend (${count}) …`,
    title: 'Mend findings',
    safe: 'Safe: no meaning changes',
    toBeLookedAt: 'To be looked at first',
    note: 'One undo takes it all back.',
    cancel: 'Cancel',
    mend: (count: number) => `Mend ${count}`,
    step: 'Mend findings',
  },
});

import { catalogue } from './catalogue.ts';

/** Mending what the checks before press found. */
export const mendStrings = catalogue({
  zhCn: {
    open: (count: number) => `自动改正（${count} 条）……`,
    title: '自动改正',
    note: '已勾选的改了也不会改变意思；没有勾选的请看过再定。改完可以一步撤销。',
    cancel: '取消',
    mend: (count: number) => `改正 ${count} 条`,
    step: '自动改正',
  },
  en: {
    open: (count: number) => `Mend (${count}) …`,
    title: 'Mend findings',
    note: 'What is ticked changes no meaning; look at the rest first. One undo takes it all back.',
    cancel: 'Cancel',
    mend: (count: number) => `Mend ${count}`,
    step: 'Mend findings',
  },
});

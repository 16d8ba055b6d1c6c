import { catalogue } from './catalogue.ts';

/** Words of menus, palette and shortcut list. */
export const commandStrings = catalogue({
  zhCn: {
    menuBar: '菜单',
    file: '文件',
    edit: '编辑',
    page: '版面',
    block: '块',
    text: '文字',
    view: '显示',
    help: '帮助',
    palette: '命令面板',
    search: '输入命令或拼音首字母',
    nothingFound: '没有这个命令',
    shortcuts: '快捷键一览',
    undo: (step: string) => (step === '' ? '撤销输入' : `撤销${step}`),
    redo: (step: string) => (step === '' ? '重做输入' : `重做${step}`),
  },
  en: {
    menuBar: 'Menus',
    file: 'File',
    edit: 'Edit',
    page: 'Page',
    block: 'Block',
    text: 'Text',
    view: 'View',
    help: 'Help',
    palette: 'Command palette',
    search: 'Type a command',
    nothingFound: 'No such command',
    shortcuts: 'Shortcuts',
    undo: (step: string) => (step === '' ? 'Undo typing' : `Undo ${step}`),
    redo: (step: string) => (step === '' ? 'Redo typing' : `Redo ${step}`),
  },
});

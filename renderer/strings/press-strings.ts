import type { Finding } from '#engine/units/finding.ts';
import { catalogue } from './catalogue.ts';

const MEGABYTE = 1024 * 1024;

const COUNTED: Readonly<Record<Finding['severity'], (count: number) => string>> = {
  'blocks press': (count) => `${count} blocking`,
  warns: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
  informs: (count) => (count === 1 ? '1 note' : `${count} notes`),
};

/** Words of the press dialog. */
export const pressStrings = catalogue({
  zhCn: {
    title: '出片',
    profile: '印厂规范',
    pages: '版面',
    page: (number: string, name: string) => `${number}　${name}`,
    allPages: '全选',
    folder: '存放到',
    change: '更改…',
    report: '附印前检查报告（PDF 和 JSON）',
    findings: '出片前检查',
    noFindings: '没有发现问题，可以出片。',
    notComposed: '还在排版……',
    clean: '无问题',
    counted: (severity: Finding['severity'], count: number) =>
      `${{ 'blocks press': '阻断', warns: '警告', informs: '提示' }[severity]} ${count}`,
    group: (severity: string, count: number) => `${severity} ${count} 条`,
    held: '有阻断的问题，先改好，或只出打样。',
    proof: '有阻断也照出（打样，不可付印）',
    start: '出片',
    startProof: '出打样',
    starting: '正在存盘，随即出片……',
    stop: '停止',
    close: '关闭',
    goTo: '转到',
    running: (page: string, one: number, all: number) => `正在出 ${page} 版（${one}／${all}）`,
    delivered: (count: number) => `已出 ${count} 版。`,
    blocked: '有阻断的问题，没有出片。',
    cancelled: '已停止，没有留下文件。',
    failed: '没有出成。',
    size: (bytes: number) =>
      bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`,
    show: '在文件夹中显示',
    whatToDo: (code: string): string => {
      switch (code) {
        case 'output-disk-full':
        case 'disk full':
          return '请清理磁盘，或更改存放的文件夹，再出一次。';
        case 'output-not-allowed':
        case 'output-folder-missing':
        case 'output-failed':
          return '请更改存放的文件夹；文件若正在别处打开，请先关上。';
        case 'picture-file-missing':
        case 'picture-damaged':
        case 'picture-too-large':
        case 'picture-format':
          return '请到“图片”面板替换这张图片，再出一次。';
        case 'press-profile-missing':
        case 'press-profile-damaged':
        case 'press-profile-ink':
        case 'icc-missing':
        case 'icc-broken':
        case 'control-strip-damaged':
          return '请换一个印厂规范，或找技术人员检查规范文件。';
        case 'face-not-embeddable':
          return '请把用到它的文字换成别的字体，再出一次。';
        case 'press-busy':
          return '等那一次出完，再出这一次。';
        default:
          return '本期的文字都在，可以再出一次；仍不成，请重新启动再试。';
      }
    },
  },
  en: {
    title: 'Press',
    profile: 'Press profile',
    pages: 'Pages',
    page: (number: string, name: string) => `${number} ${name}`,
    allPages: 'All',
    folder: 'Into',
    change: 'Change…',
    report: 'With the report of preflight (PDF and JSON)',
    findings: 'Preflight',
    noFindings: 'Nothing was found; the pages can be pressed.',
    notComposed: 'Still composing…',
    clean: 'Clean',
    counted: (severity: Finding['severity'], count: number) => COUNTED[severity](count),
    group: (severity: string, count: number) => `${severity}: ${count}`,
    held: 'Findings block press: mend them, or press a proof.',
    proof: 'Press in spite of what blocks (a proof, not for plates)',
    start: 'Press',
    startProof: 'Press a proof',
    starting: 'Saving first…',
    stop: 'Stop',
    close: 'Close',
    goTo: 'Go there',
    running: (page: string, one: number, all: number) => `Pressing ${page} (${one} of ${all})`,
    delivered: (count: number) => (count === 1 ? '1 page pressed.' : `${count} pages pressed.`),
    blocked: 'Findings block press; nothing was pressed.',
    cancelled: 'Stopped; no file is left.',
    failed: 'It was not pressed.',
    size: (bytes: number) =>
      bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`,
    show: 'Show in folder',
    whatToDo: (code: string): string => {
      switch (code) {
        case 'output-disk-full':
        case 'disk full':
          return 'Make room on the disk or choose another folder, and press again.';
        case 'output-not-allowed':
        case 'output-folder-missing':
        case 'output-failed':
          return 'Choose another folder; close the file where another program has it open.';
        case 'picture-file-missing':
        case 'picture-damaged':
        case 'picture-too-large':
        case 'picture-format':
          return 'Replace the picture in the picture panel, and press again.';
        case 'press-profile-missing':
        case 'press-profile-damaged':
        case 'press-profile-ink':
        case 'icc-missing':
        case 'icc-broken':
        case 'control-strip-damaged':
          return 'Choose another press profile, or have its files looked at.';
        case 'face-not-embeddable':
          return 'Set its text in another face, and press again.';
        case 'press-busy':
          return 'Wait until that job is done, and press again.';
        default:
          return 'Nothing of the issue is lost: press again; if it fails still, start anew.';
      }
    },
  },
});

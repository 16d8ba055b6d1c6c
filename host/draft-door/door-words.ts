import sentences from '#templates/sentences/sentences.json' with { type: 'json' };

/** Sentences of the door; `{name}` stands for a value. Correspondents read Chinese. */
const WORDS: Readonly<Record<string, string>> = {
  'door-empty': '请填写这一项。',
  'door-long': '这一项太长，最多 {most} 字。',
  'door-phone': '这个号码拨不通。手机写 11 位；座机连区号写，如 0731-55556789。',
  'door-text-long': '正文超过 {most} 字，请把它作为 Word 文件附上。',
  'door-nothing': '还没有稿件：请写正文，或附上文件，或附上图片。',
  'door-file-large': '文件超过 {megabytes} MB。请把文件里的照片另外附上。',
  'door-picture-large': '图片超过 {megabytes} MB，请另存为 JPEG 再附上。',
  'door-picture-kind': '这不是图片。请附 JPEG、PNG 或 TIFF。',
  'door-picture-missing': '写了说明，还没有选图片。',
  'door-declare': '请说明是否另投别处。',
  'door-code': '邀请码不对。请照编辑部给的 8 位码填写；丢了可以再要。',
  'door-wait': '投得太勤，请过 {minutes} 分钟再发。填的内容都还在。',
  'door-disk': '编辑部的电脑暂时存不下（{reason}），没有收到。请过一会儿再发，或打电话说一声。',
  'draft-empty': '“{name}”是空的，请重新选文件。',
  'draft-unknown-format': '“{name}”认不出是什么格式。请另存为 Word（.docx）或纯文本再附。',
  'draft-is-pdf': '“{name}”是 PDF，文字取不准。请附原来的 Word 稿。',
  'draft-is-rtf': '“{name}”是 RTF 文件。请用 Word 或 WPS 打开，另存为 .docx 再附。',
  'draft-is-msg': '“{name}”是 Outlook 邮件。请另存为 .eml，或直接粘贴正文。',
  'draft-is-spreadsheet': '“{name}”是电子表格。请把要登的内容复制到 Word 里。',
  'draft-is-slides': '“{name}”是演示文稿。请把要登的内容复制到 Word 里。',
  'draft-archive-kind': '“{name}”是 RAR、7z 一类的压缩包。请解压后再附，或改用 zip。',
  'draft-is-film': '“{name}”是音频或视频，不能上版。',
  'draft-is-program': '“{name}”是程序，不能收。',
  'draft-locked': '“{name}”设了密码。请解除密码再附。',
  'draft-text-too-long': '“{name}”的文字超过 {megabytes} MB，不像来稿。',
};

const SHARED: Readonly<Record<string, readonly string[]>> = sentences;

/** The sentence of a code, in Chinese. */
export function doorWords(code: string, values: Readonly<Record<string, string | number>>): string {
  const words = WORDS[code] ?? SHARED[code]?.[0] ?? code;
  return words.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

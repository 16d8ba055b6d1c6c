import { bylinesOf } from './bylines.ts';
import type { DraftSender } from './draft.ts';
import { isPersonName, isUnit } from './names.ts';
import type { RawEnvelope } from './raw-matter.ts';

const NAME =
  /(?:作者|姓名|联系人|通讯员|投稿人|撰稿人?)[ \u3000]*[：: ][ \u3000]*([\p{Script=Han}·]{2,4}|[\p{Script=Han}] [\p{Script=Han}])(?![\p{Script=Han}])/u;
const UNIT =
  /(?:作者单位|工作单位|供稿单位|报送单位|单位(?:名称)?)[ \u3000]*[：:][ \u3000]*([^\s，,；;：:]{2,30})/u;
const PHONE = /(?<!\d)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})(?!\d)/u;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;

/**
 * Who sent a draft: what its contact lines say, else a page line such as 作者：黎涛, else its envelope.
 */
export function senderOf(
  lines: readonly string[],
  pageLines: readonly string[],
  envelope: RawEnvelope,
): DraftSender {
  const all = lines.join('\n');
  const bare = lines.flatMap((line) => line.split(/[\s\u3000（）()]+/u));
  const envelopeName = bylinesOf(envelope.sender).flatMap(({ names }) => names)[0];
  return {
    name:
      nameIn(all) ??
      bare.find(isPersonName) ??
      nameIn(pageLines.join('\n')) ??
      writerOfMail(pageLines) ??
      envelopeName,
    unit: UNIT.exec(all)?.[1] ?? bare.find(isUnit),
    phone: PHONE.exec(all)?.[1],
    address: ADDRESS.exec(all)?.[0] ?? (envelope.address === '' ? undefined : envelope.address),
  };
}

/** FROM：雨湖高新区 毛星; undefined where mails of several people lie in one draft. */
function writerOfMail(lines: readonly string[]): string | undefined {
  const froms = lines.filter((line) => /^\s*(?:发件人|寄件人|from)[：:]/iu.test(line));
  const names = froms.flatMap((line) => {
    const words = line.replace(/^[^：:]*[：:]/u, '').split(/[\s\u3000"“”<>（）()]+/u);
    return words.filter(isPersonName);
  });
  return new Set(names).size === 1 ? names[0] : undefined;
}

function nameIn(text: string): string | undefined {
  return NAME.exec(text)?.[1]?.replace(/ /g, '');
}

import { type CheckedPage, told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { photographsOn } from './photographs.ts';

/** Words of a caption that already say whose picture it is. */
const CREDITED = /[摄绘]|供图|制图|图源|图片来源|翻拍|截图|资料图/u;
/** A credit as papers print it: （李灿晖 摄）. */
const IN_BRACKETS = /^（.+）$/u;

/** Whose photograph it is (摄影署名): none of a written caption lacks it, all are in brackets. */
export function checkCredits({ issue, page }: CheckedPage): readonly Finding[] {
  return photographsOn(issue, page).flatMap(({ block, hasCaption, picture }) => {
    if (!hasCaption) return [];
    const { caption, credit, id } = picture;
    const where = { block, text: `picture:${id}/credit` };
    const trimmed = credit.trim();
    if (trimmed === '') {
      const isNeeded = caption !== '' && !CREDITED.test(caption);
      return isNeeded ? [{ ...told('credit-missing', 'informs'), where }] : [];
    }
    if (IN_BRACKETS.test(trimmed)) return [];
    return [{ ...told('credit-without-brackets', 'informs', { credit: trimmed }), where }];
  });
}

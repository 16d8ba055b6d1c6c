import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { openIssueFolder } from '#host/issue-folder/open-issue-folder.ts';

/*
 * A program that types numbered words into the lead and tells after each how many are on the disk,
 * saving now and then, until it is killed. kill-test starts it; it is no test itself.
 */
const [folder = '', first = '0'] = process.argv.slice(2);
const attempt = await openIssueFolder(folder);
if (!attempt.ok) throw new Error(JSON.stringify(attempt.failure));
const { doc, settle, save } = attempt.value;
for (let number = Number(first); ; number += 1) {
  const content = [
    { kind: 'body', runs: [{ text: `〔${number}〕`, role: 'plain' }], looseness: 0 },
  ] as const;
  applyEdit(doc, { kind: 'replacedText', article: 'lead', start: 0, end: 0, content });
  const failure = number % 5 === 4 ? await save() : await settle();
  if (failure) throw new Error(JSON.stringify(failure));
  process.stdout.write(`${number}\n`);
}

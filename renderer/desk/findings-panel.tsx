import { ListBox, ListBoxItem } from 'react-aria-components';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { useDesk, useShownPage } from '#renderer/desk-state/open-desk.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** What there is to say about the page that shows; a click goes there. */
export function FindingsPanel() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const sentences = useWords(findingStrings);
  const findings = useShownPage()?.findings ?? [];
  if (findings.length === 0) return <p className="panel-empty">{words.noFindings}</p>;
  return (
    <ListBox
      className="menu findings"
      aria-label={words.findings}
      onAction={(key) => {
        const finding = findings[Number(key)];
        if (finding !== undefined) goToFinding(desk, finding);
      }}
    >
      {findings.map((finding, place) => {
        const sentence = sentences.of(finding);
        return (
          <ListBoxItem
            key={`${finding.code}/${JSON.stringify(finding.where)}`}
            id={place}
            className={`finding ${finding.severity.replaceAll(' ', '-')}`}
            textValue={sentence}
          >
            <span className="finding-severity">{sentences.severity(finding.severity)}</span>
            <span>{sentence}</span>
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}

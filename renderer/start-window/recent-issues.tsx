import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Host, OpenIssueRequest, RecentIssue } from '#host/contract.ts';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useLanguage, useWords } from '#renderer/strings/use-words.ts';
import { HostPicture } from './host-picture.tsx';
import { timeAgo } from './time-ago.ts';

/** The issues that were open on this machine. */
export interface RecentIssuesProps {
  readonly host: Host;
  readonly recent: readonly RecentIssue[];
  readonly onOpen: (request: OpenIssueRequest) => void;
}

/** Each issue as a picture of its first page; those whose folder is gone stay, and say so. */
export function RecentIssues({ host, recent, onOpen }: RecentIssuesProps) {
  const words = useWords(startStrings);
  const language = useLanguage();
  const now = new Date();
  if (recent.length === 0) return <p className="start-empty">{words.noRecent}</p>;
  return (
    <ListBox
      className="start-cards"
      layout="grid"
      aria-label={words.recent}
      disabledKeys={recent.filter(({ isThere }) => !isThere).map(({ folder }) => folder)}
      onAction={(key) => onOpen({ folder: String(key) })}
    >
      {recent.map(({ folder, paper, supplement, date, openedAt, isThere }) => (
        <ListBoxItem
          key={folder}
          id={folder}
          className="start-card"
          textValue={words.issue(supplement, date)}
        >
          <HostPicture
            name={`issue/${folder}/${openedAt}`}
            fetch={() => host.issuePicture({ folder })}
          />
          <span className="start-name">{words.issue(supplement, date)}</span>
          <span>{paper}</span>
          <span className={isThere ? undefined : 'start-gone'}>
            {isThere ? timeAgo(openedAt, now, language) : words.notThere}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

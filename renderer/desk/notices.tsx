import { useState, useSyncExternalStore } from 'react';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** What an editor must know before going on: who has the issue, what was recovered, a full disk. */
export function Notices() {
  const desk = useDesk();
  const { openIssue } = desk;
  const words = useWords(deskStrings);
  const sentences = useWords(findingStrings);
  const failures = useWords(failureStrings);
  const [isRead, setIsRead] = useState(false);
  const post = useSyncExternalStore(openIssue.subscribePost, openIssue.post);
  const { heldBy, folder } = openIssue;
  return (
    <div className="notices" role="status">
      {heldBy !== undefined && (
        <div className="notice-bar">
          <span className="notice-words">
            {words.heldBy(heldBy.user, heldBy.computer, timeOf(heldBy.since))}
          </span>
          <Button onPress={() => desk.leave({ folder, takeOver: true })}>{words.takeOver}</Button>
        </div>
      )}
      {!isRead && openIssue.findings.length > 0 && (
        <div className="notice-bar">
          <span className="notice-words">
            {openIssue.findings.map((finding) => sentences.of(finding)).join(' ')}
          </span>
          <Button onPress={() => setIsRead(true)}>{words.recovered}</Button>
        </div>
      )}
      {post.kind === 'failing' && (
        <div className="notice-bar" role="alert">
          <span className="notice-words">{`${words.notSaved}。${failures.of(post.failure)}`}</span>
          <Button onPress={() => desk.state.change({ dialog: 'save elsewhere' })}>
            {words.saveElsewhere}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Hours and minutes of an ISO time. */
function timeOf(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : time.toLocaleTimeString('zh-CN', { hour12: false });
}

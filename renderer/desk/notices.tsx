import { CircleAlert, History, Lock } from 'lucide-react';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { runCommand } from '#renderer/commands/all-commands.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** What an editor must know before going on: who has the issue, what was recovered, a full disk. */
export function Notices() {
  return (
    <div className="notices">
      <HolderNotice />
      <RecoveryNotice />
      <WriteNotice />
    </div>
  );
}

/** Another desk has the issue: here it can only be looked at. */
function HolderNotice() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const { heldBy, folder } = desk.openIssue;
  if (heldBy === undefined) return undefined;
  return (
    <Bar
      icon={<Lock aria-hidden />}
      words={words.heldBy(heldBy.user, heldBy.computer, timeOf(heldBy.since))}
    >
      <Button onPress={() => desk.leave({ folder, takeOver: true })}>{words.takeOver}</Button>
      <Button onPress={() => desk.leave({ folder })}>{words.tryAgain}</Button>
    </Bar>
  );
}

/** What was noticed on opening, such as edits that a crash had left in the log only. */
function RecoveryNotice() {
  const { openIssue } = useDesk();
  const words = useWords(deskStrings);
  const sentences = useWords(findingStrings);
  const [isRead, setIsRead] = useState(false);
  if (isRead || openIssue.findings.length === 0) return undefined;
  return (
    <Bar
      icon={<History aria-hidden />}
      words={openIssue.findings.map((finding) => sentences.of(finding)).join(' ')}
    >
      <Button onPress={() => setIsRead(true)}>{words.recovered}</Button>
    </Bar>
  );
}

/** The disk does not take the edits: why, and a way to bring them to safety. */
function WriteNotice() {
  const desk = useDesk();
  const { openIssue } = desk;
  const words = useWords(deskStrings);
  const failures = useWords(failureStrings);
  const post = useSyncExternalStore(openIssue.subscribePost, openIssue.post);
  const saveFailure = useDeskState((state) => state.saveFailure);
  const saveElsewhere = () => runCommand(desk, 'file.saveElsewhere');
  if (post.kind === 'failing') {
    const reason = failures.of(post.failure);
    return (
      <Bar isGrave icon={<CircleAlert aria-hidden />} words={words.writeFails(reason)}>
        <Button look="accent" onPress={saveElsewhere}>
          {words.saveElsewhere}
        </Button>
      </Bar>
    );
  }
  if (saveFailure === undefined) return undefined;
  const reason = failures.of(saveFailure);
  return (
    <Bar isGrave icon={<CircleAlert aria-hidden />} words={words.notSavedByHand(reason)}>
      <Button onPress={() => runCommand(desk, 'file.save')}>{words.tryAgain}</Button>
      <Button look="accent" onPress={saveElsewhere}>
        {words.saveElsewhere}
      </Button>
      <Button onPress={() => desk.state.change({ saveFailure: undefined })}>
        {words.recovered}
      </Button>
    </Bar>
  );
}

interface BarProps {
  readonly icon: ReactNode;
  readonly words: string;
  readonly isGrave?: boolean;
  readonly children: ReactNode;
}

function Bar({ icon, words, isGrave = false, children }: BarProps) {
  return (
    <div
      className={isGrave ? 'notice-bar grave' : 'notice-bar'}
      role={isGrave ? 'alert' : 'status'}
    >
      {icon}
      <span className="notice-words">{words}</span>
      {children}
    </div>
  );
}

/** Day, hours and minutes of an ISO time. */
function timeOf(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const isToday = time.toDateString() === new Date().toDateString();
  const clock = time.toLocaleTimeString('zh-CN', {
    hour12: false,
    hour: '2-digit',
    minute: '2-digit',
  });
  return isToday ? clock : `${time.toLocaleDateString('sv-SE')} ${clock}`;
}

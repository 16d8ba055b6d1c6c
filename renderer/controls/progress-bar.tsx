import { ProgressBar as KitProgressBar, Label } from 'react-aria-components';

/** How far something is. */
export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly all: number;
}

export function ProgressBar({ label, done, all }: ProgressBarProps) {
  return (
    <KitProgressBar className="progress" value={done} maxValue={Math.max(1, all)}>
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <div className="progress-track">
            <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </KitProgressBar>
  );
}

import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/controls/button.tsx';

/** The words are handed in: nothing else may be at fault here as well. */
export interface FaultBoundaryProps {
  readonly sentence: string;
  readonly again: string;
  readonly children: ReactNode;
}

interface Fault {
  readonly isFaulty: boolean;
}

/**
 * Stands between a fault of ours and an empty window. The edits are in the log already; loading the
 * window anew opens the issue as it was a second ago.
 */
export class FaultBoundary extends Component<FaultBoundaryProps, Fault> {
  static getDerivedStateFromError(): Fault {
    return { isFaulty: true };
  }

  override readonly state: Fault = { isFaulty: false };

  override render(): ReactNode {
    const { children, sentence, again } = this.props;
    if (!this.state.isFaulty) return children;
    return (
      <main className="notice" role="alert">
        <div className="notice-fault">
          <p>{sentence}</p>
          <Button look="accent" onPress={() => window.location.reload()}>
            {again}
          </Button>
        </div>
      </main>
    );
  }
}

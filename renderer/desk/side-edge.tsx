import type { KeyboardEvent, PointerEvent } from 'react';
import {
  SIDE_LIMITS,
  type SideName,
  type Sides,
  withinSideLimits,
} from '#renderer/desk-state/sides.ts';
import { type Store, useStore } from '#renderer/desk-state/store.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Which side, and where its width is kept. */
export interface SideEdgeProps {
  readonly side: SideName;
  readonly sides: Store<Sides>;
}

/** The edge of a side panel: dragged, or moved with the arrow keys, it makes the panel wider. */
export function SideEdge({ side, sides }: SideEdgeProps) {
  const words = useWords(deskStrings);
  const width = useStore(sides, (now) => now[side]);
  const [least, most] = SIDE_LIMITS[side];
  const outward = side === 'left' ? 1 : -1;
  const setWidth = (rem: number) => sides.change({ [side]: withinSideLimits(side, rem) });
  const drag = (down: PointerEvent<HTMLElement>) => {
    const edge = down.currentTarget;
    const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    edge.setPointerCapture(down.pointerId);
    edge.onpointermove = (move) =>
      setWidth(width + (outward * (move.clientX - down.clientX)) / remPx);
    edge.onlostpointercapture = () => {
      edge.onpointermove = () => undefined;
    };
  };
  const step = (event: KeyboardEvent) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    setWidth(width + outward * steps);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule of text cannot be moved
    <div
      className={`side-edge ${side}`}
      role="separator"
      tabIndex={0}
      aria-label={side === 'left' ? words.leftEdge : words.rightEdge}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={drag}
      onKeyDown={step}
    />
  );
}

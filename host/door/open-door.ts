import type { DoorLimits, DoorTallies } from './door-limits.ts';
import type { SendingsStore } from './take-sending.ts';

/** A door with all that its answers need. */
export interface OpenDoor extends SendingsStore {
  readonly limits: DoorLimits;
  readonly tallies: DoorTallies;
  /** True when other machines can reach it: then nobody is let in without an invitation. */
  readonly asksForCode: boolean;
  readonly now: () => string;
  /** For each form that is being sent, the attempt that is under way. */
  readonly lines: Map<string, Promise<unknown>>;
  /** Addresses that it answers to. */
  readonly names: readonly string[];
  port: number;
  /** Sendings that are coming in. */
  coming: number;
}

/** A page of the door, or a way to another one. */
export type DoorAnswer =
  | { readonly status: number; readonly page: string }
  | { readonly status: 303; readonly to: string };

import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '#host/contract.ts';
import { useDesk, useDeskState, useProfile } from '#renderer/desk-state/open-desk.ts';
import { SCREEN_LOOK } from '#renderer/painter/ink.ts';
import type { ShownLook } from '#renderer/painter/paint-part.ts';
import type { PlateLook } from '#renderer/painter/surface.ts';
import { type MixWish, mixPlates, PLATES, paperColour } from './mix-plates.ts';
import { separatePictures } from './picture-plates.ts';
import { type PressTables, pressTables } from './press-tables.ts';

/** The tables of the chosen profile, or why they cannot be had; neither while they are fetched. */
export interface TablesState {
  readonly tables: PressTables | undefined;
  readonly failure: Failure | undefined;
}

const NO_TABLES: TablesState = { tables: undefined, failure: undefined };

/** What the profile says of inks; fetched when it is first wanted. */
export function usePressTables(isWanted: boolean): TablesState {
  const { host } = useDesk();
  const profile = useProfile()?.id ?? '';
  const [held, setHeld] = useState({ profile, state: NO_TABLES });
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    pressTables(host, profile).then((answer) => {
      if (!isHere) return;
      const state = answer.ok
        ? { tables: answer.value, failure: undefined }
        : { tables: undefined, failure: answer.failure };
      setHeld({ profile, state });
    });
    return () => {
      isHere = false;
    };
  }, [host, profile, isWanted]);
  return held.profile === profile ? held.state : NO_TABLES;
}

/** How the page shows: in the colours of the screen, as a proof or as plates. */
export function usePressLook(): ShownLook {
  const { colours, plates, greysPlate, marksOverInk } = useDeskState((state) => state.look);
  const isPressLook = colours !== 'screen';
  const { tables } = usePressTables(isPressLook);
  const inkLimitPercent = useProfile()?.inkLimitPercent;
  const separate = useMemo(() => tables && separatePictures(tables.inks), [tables]);
  return useMemo(() => {
    if (!isPressLook || tables === undefined || separate === undefined) return SCREEN_LOOK;
    const isProof = colours === 'proof';
    return plateLook(separate, {
      proof: tables.proof,
      plates: isProof ? PLATES : plates,
      isGrey: !isProof && greysPlate,
      inkLimitPercent: marksOverInk && !isProof ? inkLimitPercent : undefined,
    });
  }, [isPressLook, colours, tables, separate, plates, greysPlate, marksOverInk, inkLimitPercent]);
}

/** How a page shows through its plates, mixed as is wished. */
export function plateLook(separate: PlateLook['separate'], wish: MixWish): PlateLook {
  return { separate, mix: mixPlates(wish), paper: paperColour(wish) };
}

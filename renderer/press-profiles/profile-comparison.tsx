import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProfileSheet } from '#host/contract.ts';
import { useDesk, useIssue, useShownPage } from '#renderer/desk-state/open-desk.ts';
import { PLATES } from '#renderer/page-view/mix-plates.ts';
import { PagePicture } from '#renderer/page-view/page-picture.ts';
import { separatePictures } from '#renderer/page-view/picture-plates.ts';
import { type PressTables, pressTables } from '#renderer/page-view/press-tables.ts';
import { plateLook } from '#renderer/page-view/use-press-look.ts';
import { profileStrings } from '#renderer/strings/profile-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { isOverInk } from './pages-over-ink.ts';

/** The profile in use, and the one that is looked at. */
export interface ProfileComparisonProps {
  readonly used: ProfileSheet;
  readonly shown: ProfileSheet;
}

/** What changes when the desk goes over to the profile: figures, the page as it prints, the ink. */
export function ProfileComparison({ used, shown }: ProfileComparisonProps) {
  const words = useWords(profileStrings);
  if (used.id === shown.id) return <p className="form-note">{words.same}</p>;
  return (
    <section className="profile-comparison" aria-label={words.compare}>
      <h3>{words.compare}</h3>
      <div className="profile-proofs">
        {[used, shown].map((sheet) => (
          <figure key={sheet.id}>
            <ProofPicture profile={sheet.id} label={words.proofOf(sheet.settings.name)} />
            <figcaption>{sheet === used ? words.was : words.becomes}</figcaption>
          </figure>
        ))}
      </div>
      <Figures used={used} shown={shown} />
      <PagesOver shown={shown} />
    </section>
  );
}

function Figures({ used, shown }: ProfileComparisonProps) {
  const words = useWords(profileStrings);
  const rows = (['paper', 'black', 'darkest'] as const).map((name) => {
    return [words[name], used.figures[name], shown.figures[name]] as const;
  });
  const texts: readonly (readonly [string, (sheet: ProfileSheet) => string])[] = [
    [words.mostInk, ({ figures }) => words.percent(figures.mostInkPercent)],
    [words.inkLimit, ({ settings }) => words.percent(settings.inkLimitPercent)],
    [words.standard, ({ settings }) => words.standards[settings.standard]],
    [words.size, ({ settings: { trim } }) => words.mm(trim.widthMm, trim.heightMm)],
    [words.ppi, ({ settings }) => words.ppiOf(settings.pictureTargetPpi)],
    [words.fileName, ({ settings }) => settings.fileName],
  ];
  return (
    <table className="profile-figures">
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col">{words.was}</th>
          <th scope="col">{words.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, ...colours]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {colours.map(({ lab, screen }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns, always
              <td key={place}>
                <span className="profile-swatch" style={{ background: screen }} aria-hidden />
                {words.lab(lab)}
              </td>
            ))}
          </tr>
        ))}
        {texts.map(([label, textOf]) => (
          <tr key={label} className={textOf(used) === textOf(shown) ? '' : 'differs'}>
            <th scope="row">{label}</th>
            <td>{textOf(used)}</td>
            <td>{textOf(shown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useTables(profile: string): PressTables | undefined {
  const { host } = useDesk();
  const [held, setHeld] = useState<{ profile: string; tables: PressTables }>();
  useEffect(() => {
    let isWanted = true;
    pressTables(host, profile).then((answer) => {
      if (isWanted && answer.ok) setHeld({ profile, tables: answer.value });
    });
    return () => {
      isWanted = false;
    };
  }, [host, profile]);
  return held?.profile === profile ? held.tables : undefined;
}

const PROOF_WIDTH_PX = 260;

/** The page that shows on the desk, as it prints by the profile. */
function ProofPicture({ profile, label }: { readonly profile: string; readonly label: string }) {
  const { stock } = useDesk();
  const list = useShownPage()?.list;
  const tables = useTables(profile);
  const canvasRef = useRef<HTMLCanvasElement>(undefined);
  const look = useMemo(() => {
    const wish = { plates: PLATES, isGrey: false, inkLimitPercent: undefined };
    return tables && plateLook(separatePictures(tables.inks), { proof: tables.proof, ...wish });
  }, [tables]);
  useEffect(() => {
    if (canvasRef.current === undefined || list === undefined || look === undefined) return;
    const picture = new PagePicture(canvasRef.current);
    const source = { page: profile, list, stock, look, stockRound: 0 };
    picture.show(source, PROOF_WIDTH_PX * window.devicePixelRatio);
    return () => picture.stop();
  }, [profile, list, look, stock]);
  const shape = list && `${list.widthPt} / ${list.heightPt}`;
  return (
    <canvas
      role="img"
      aria-label={label}
      style={{ width: PROOF_WIDTH_PX, aspectRatio: shape }}
      ref={(element) => {
        canvasRef.current = element ?? undefined;
      }}
    />
  );
}

/** The pages of the issue that have more ink than the print shop then takes. */
function PagesOver({ shown }: { readonly shown: ProfileSheet }) {
  const words = useWords(profileStrings);
  const { composing, stock } = useDesk();
  const { pages } = useIssue();
  const tables = useTables(shown.id);
  const [over, setOver] = useState<readonly string[]>();
  const { inkLimitPercent } = shown.settings;
  useEffect(() => {
    setOver(undefined);
    if (tables === undefined) return;
    // Counted when the dialog stands: a page takes a twentieth of a second.
    const idle = requestIdleCallback(() => {
      const separate = separatePictures(tables.inks);
      const found = pages.filter(({ id }) => {
        const list = composing.page(id)?.list;
        return list !== undefined && isOverInk({ list, stock, separate }, inkLimitPercent);
      });
      setOver(found.map(({ number }) => number));
    });
    return () => cancelIdleCallback(idle);
  }, [tables, pages, composing, stock, inkLimitPercent]);
  if (over === undefined) return <p className="form-note">{words.looking}</p>;
  return (
    <p className={over.length > 0 ? 'form-failure' : 'form-note'} role="status">
      {over.length > 0 ? words.over(over.join('、')) : words.noneOver}
    </p>
  );
}

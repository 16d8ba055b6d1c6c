import { useEffect, useState } from 'react';
import type {
  DraftArticle,
  DraftGroup,
  DraftPartnerGrid,
  DraftPicture,
  DraftPiece,
  Stretch,
} from '#engine/intake/draft.ts';
import type { Repair } from '#engine/intake/repair.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { RefusalProps } from './repair-kinds.tsx';
import { repairedParts, visible } from './repaired-words.ts';

/** A draft with its receipt number, by which its photographs are fetched. */
export interface DraftCopyProps extends RefusalProps {
  readonly receipt: string;
}

/** The pieces of a draft in the words that will be set, each repair in its place. */
export function DraftCopy(props: DraftCopyProps) {
  const words = useWords(inboxStrings);
  const { pieces } = props.draft;
  const notes = pieces.flatMap((piece) => (piece.kind === 'note' ? [piece] : []));
  return (
    <div className="draft-copy">
      {pieces.map((piece) => (
        <Piece key={keyOf(piece)} piece={piece} {...props} />
      ))}
      {notes.length > 0 && (
        <section className="draft-notes" aria-label={words.asides}>
          <h3>{words.asides}</h3>
          {notes.map((note) => (
            <p key={note.start}>
              <Words stretch={note} {...props} />
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

function keyOf(piece: DraftPiece): string {
  switch (piece.kind) {
    case 'article':
      return `article ${(piece.headline ?? piece.story[0])?.start}`;
    case 'group':
      return `group ${piece.standingHead.start}`;
    case 'picture':
      return `picture ${piece.picture ?? piece.caption?.start}`;
    case 'partnerGrid':
      return `grid ${piece.cells[0]?.start}`;
    case 'note':
      return `note ${piece.start}`;
  }
}

type PieceProps<Kind> = DraftCopyProps & { readonly piece: Kind };

function Piece({ piece, ...props }: PieceProps<DraftPiece>) {
  switch (piece.kind) {
    case 'article':
      return <Article piece={piece} {...props} />;
    case 'group':
      return <Group piece={piece} {...props} />;
    case 'picture':
      return <Picture piece={piece} {...props} />;
    case 'partnerGrid':
      return <Cells piece={piece} {...props} />;
    case 'note':
      return undefined;
  }
}

function Article({ piece, ...props }: PieceProps<DraftArticle>) {
  const words = useWords(inboxStrings);
  const { kicker, headline, deck, story } = piece;
  return (
    <article className="draft-article">
      {kicker && (
        <p className="draft-kicker" title={words.kicker}>
          <Words stretch={kicker} {...props} />
        </p>
      )}
      <h3 className="draft-headline" title={words.headline}>
        {headline ? <Words stretch={headline} {...props} /> : <em>{words.noHeadline}</em>}
      </h3>
      {deck && (
        <p className="draft-deck" title={words.deck}>
          <Words stretch={deck} {...props} />
        </p>
      )}
      {story.map((paragraph) => (
        <p key={paragraph.start} className={`draft-${paragraph.kind}`}>
          <Words stretch={paragraph} {...props} />
        </p>
      ))}
    </article>
  );
}

function Group({ piece, ...props }: PieceProps<DraftGroup>) {
  const words = useWords(inboxStrings);
  return (
    <section className="draft-group" aria-label={words.group}>
      <h3 className="draft-standing">
        <Words stretch={piece.standingHead} {...props} />
      </h3>
      {piece.members.map((member) => (
        <Article key={(member.headline ?? member.story[0])?.start} piece={member} {...props} />
      ))}
    </section>
  );
}

function Picture({ piece, ...props }: PieceProps<DraftPicture>) {
  const words = useWords(inboxStrings);
  const address = useDraftPicture(props.receipt, piece.picture);
  const { caption, credit, fromFile } = piece;
  return (
    <figure className="draft-picture">
      {address !== undefined && <img src={address} alt={words.caption} />}
      <figcaption title={words.caption}>
        {caption ? <Words stretch={caption} {...props} /> : fromFile?.caption}
        {credit ? <Words stretch={credit} {...props} /> : fromFile?.credit}
      </figcaption>
    </figure>
  );
}

/** The address of a photograph of a draft, as long as it is seen. */
function useDraftPicture(receipt: string, picture: string | undefined): string | undefined {
  const { host } = useDesk();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (picture === undefined) return;
    let isWanted = true;
    let made: string | undefined;
    void host.draftPicture({ receipt, picture, isForScreen: true }).then((answer) => {
      if (!isWanted || !answer.ok) return;
      made = URL.createObjectURL(new Blob([answer.value.slice().buffer]));
      setAddress(made);
    });
    return () => {
      isWanted = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [host, receipt, picture]);
  return address;
}

function Cells({ piece, ...props }: PieceProps<DraftPartnerGrid>) {
  const words = useWords(inboxStrings);
  return (
    <section className="draft-cells" aria-label={words.cells}>
      <h3>{words.cells}</h3>
      <div style={{ gridTemplateColumns: `repeat(${piece.columns}, minmax(0, 1fr))` }}>
        {piece.cells.map((cell) => (
          <p key={cell.start}>
            <Words stretch={cell} {...props} />
          </p>
        ))}
      </div>
    </section>
  );
}

/** The words of a stretch; a repair is a button that takes it back and does it again. */
function Words({
  draft,
  refused,
  onChange,
  stretch,
}: RefusalProps & { readonly stretch: Stretch }) {
  const toggle = ({ id }: Repair) => {
    const next = new Set(refused);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return repairedParts(draft.source, stretch, draft.repairs).map((part, at) =>
    part.kind === 'words' ? (
      part.text
    ) : (
      <RepairPlace
        // Places have no name but their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        key={at}
        repair={part.repair}
        isRefused={refused.has(part.repair.id)}
        onToggle={() => toggle(part.repair)}
      />
    ),
  );
}

interface RepairPlaceProps {
  readonly repair: Repair;
  readonly isRefused: boolean;
  readonly onToggle: () => void;
}

function RepairPlace({ repair, isRefused, onToggle }: RepairPlaceProps) {
  const words = useWords(inboxStrings);
  const { before, after, kind } = repair;
  const label = words.repairWords(words.repairKind(kind), visible(before), visible(after));
  return (
    <button
      type="button"
      className={isRefused ? 'repair refused' : 'repair'}
      aria-pressed={!isRefused}
      aria-label={label}
      title={label}
      onClick={onToggle}
    >
      {isRefused ? (
        visible(before)
      ) : (
        <>
          <del>{visible(before)}</del>
          <ins>{visible(after)}</ins>
        </>
      )}
    </button>
  );
}

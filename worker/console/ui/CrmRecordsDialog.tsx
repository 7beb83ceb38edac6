/** Records of one connected system that are no leads here for one reason, each with its page over there. */
import { useEffect, useState } from 'preact/hooks';
import { crmRecordsWords } from '../../../shared/messages/crmRecords/index.ts';
import type { CrmRecord, CrmSystem } from '../../../shared/protocol/crmRecords.ts';
import type { LeftWhy } from '../../../shared/target/leaks.ts';
import { crmRecords } from '../api/crmRecords.ts';
import type { Failure } from '../api/failure.ts';
import { useSession } from '../session.ts';
import { Dialog } from './Dialog.tsx';
import { Failed } from './Failed.tsx';
import { Skeleton } from './Skeleton.tsx';

interface Props {
  readonly system: CrmSystem;
  readonly why: LeftWhy;
  readonly onClose: () => void;
}

/** How far the list is read: up to `cursor`, and on from there once `asked` says so. */
interface Read {
  readonly records: readonly CrmRecord[];
  readonly cursor: string | null;
  readonly failure: Failure | null;
}
const NOTHING: Read = { records: [], cursor: null, failure: null };

export function CrmRecordsDialog({ system, why, onClose }: Props) {
  const { language, words } = useSession();
  const said = crmRecordsWords(language);
  const [read, setRead] = useState<Read | null>(null);
  const [from, setFrom] = useState<{ readonly cursor: string | null }>({ cursor: null });
  useEffect(() => {
    const leaving = new AbortController();
    void crmRecords({ system: system.id, why }, from.cursor, leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      setRead((before) => {
        const known = before ?? NOTHING;
        if (!answer.ok) return { ...known, failure: answer.failure };
        const { records, cursor } = answer.value;
        return { records: [...known.records, ...records], cursor, failure: null };
      });
    });
    return () => leaving.abort();
  }, [from]);
  return (
    <Dialog title={said.open(system.label, said.whys[why])} onClose={onClose}>
      <p class="soft">{said.next[why]}</p>
      {read === null ? <Skeleton words={words} lines={4} /> : null}
      {read?.failure ? (
        <Failed failure={read.failure} words={words} onRetry={() => setFrom({ cursor: read.cursor })} />
      ) : null}
      <ul class="entries">
        {(read?.records ?? []).map(({ object, record, url }, place) => (
          <li key={`${object} ${record ?? place}`}>
            {record === null ? (
              `${object}: ${said.unnamed}`
            ) : url === null ? (
              `${object} ${record}`
            ) : (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {object} {record}
                <span class="unseen"> ({said.opens(system.label)})</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <div class="buttons">
        {read !== null && read.cursor !== null ? (
          <button type="button" onClick={() => setFrom({ cursor: read.cursor })}>
            {said.more}
          </button>
        ) : null}
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Dialog>
  );
}

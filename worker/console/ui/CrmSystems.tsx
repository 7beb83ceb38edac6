/** Of each connected system how many of its records are leads here, how many are not, and why; each opens its list. */
import { useState } from 'preact/hooks';
import { crmRecordsWords } from '../../../shared/messages/crmRecords/index.ts';
import type { CrmSystem } from '../../../shared/protocol/crmRecords.ts';
import type { LeftWhy } from '../../../shared/target/leaks.ts';
import { useSession } from '../session.ts';
import { CrmRecordsDialog } from './CrmRecordsDialog.tsx';
import { Table } from './Table.tsx';
import './crmSystems.css';

interface Props {
  /** Null where a worker of before does not tell: then nothing is said. */
  readonly systems: readonly CrmSystem[] | null;
}

export function CrmSystems({ systems }: Props) {
  const { language, format } = useSession();
  const [asked, setAsked] = useState<{ readonly system: CrmSystem; readonly why: LeftWhy } | null>(null);
  const said = crmRecordsWords(language);
  if (systems === null) return null;
  return (
    <section class="crm-systems" aria-label={said.title} data-crm>
      <h3>{said.title}</h3>
      {systems.length === 0 ? (
        <Unconnected />
      ) : (
        <>
          <p class="soft">{said.about}</p>
          <Table label={said.title} columns={[said.system, { n: said.here }, { n: said.notHere }, said.why]}>
            {systems.map((system) => (
              <tr key={system.id} data-system={system.id}>
                <th scope="row">
                  {system.label}
                  {noteOf(system, said) ? <small class="soft">{noteOf(system, said)}</small> : null}
                </th>
                <td class="n" data-of="here">
                  {format.number(system.here)}
                </td>
                <td class="n" data-of="left">
                  {format.number(system.left.reduce((sum, { n }) => sum + n, 0))}
                </td>
                <td>
                  {system.left.length === 0 && system.readAt !== null ? said.all : null}
                  <div class="counts">
                    {system.left.map(({ why, n }) => (
                      <span key={why} data-why={why}>
                        {said.whys[why]}{' '}
                        <button
                          type="button"
                          aria-label={`${format.plural(n, said.listed)}: ${said.open(system.label, said.whys[why])}`}
                          onClick={() => setAsked({ system, why })}
                        >
                          {format.number(n)}
                        </button>
                      </span>
                    ))}
                  </div>
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
      {asked ? <CrmRecordsDialog {...asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

function Unconnected() {
  const { language, me } = useSession();
  const said = crmRecordsWords(language);
  return (
    <p class="soft">
      {said.none} {me.role === 'admin' ? <a href="/console/connections/systems">{said.connect}</a> : said.ask}
    </p>
  );
}

function noteOf({ readAt, state }: CrmSystem, said: ReturnType<typeof crmRecordsWords>): string | null {
  if (readAt === null) return said.reading;
  return state === 'running' ? null : said.still;
}

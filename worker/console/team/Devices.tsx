/** What acts for whom, revoked within seconds (ACC4), and one's private calendar feed. */
import { useState } from 'preact/hooks';
import { dateOf, whenShort } from '../../../shared/ui/when.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { members } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { closeFeed, devices, makeFeed, revokeDevice, revokeMine } from './resources.ts';
import type { TeamProps } from './Team.tsx';

export function Devices({ words, when }: TeamProps) {
  const { me, words: common } = useSession();
  const read = useQuery(devices);
  const people = useQuery(members).value?.members ?? [];
  const one = useDeed(revokeDevice);
  const all = useDeed(revokeMine);
  const { devices: said } = words;
  const nameOf = (id: string) => people.find((member) => member.id === id)?.name ?? '…';
  const failure = read.failure ?? one.failure ?? all.failure;
  return (
    <div class="stack">
      <Panel
        title={words.parts.devices}
        about={said.about}
        actions={
          <button type="button" class="danger" disabled={all.busy} onClick={() => void all.run(null)}>
            {said.revokeAll}
          </button>
        }
      >
        {failure ? <Failed failure={failure} words={common} onRetry={read.reload} /> : null}
        {read.value ? (
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  {me.role === 'admin' ? <th scope="col">{words.name}</th> : null}
                  <th scope="col">{said.device}</th>
                  <th scope="col">{said.since}</th>
                  <th scope="col">{said.seen}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {read.value.devices.map((device) => (
                  <tr key={device.id}>
                    {me.role === 'admin' ? <td>{nameOf(device.memberId)}</td> : null}
                    <th scope="row">
                      {said.kinds[device.kind]} <span class="minor">{device.label}</span>{' '}
                      {device.current ? <span class="tag">{said.here}</span> : null}
                    </th>
                    <td>{dateOf(device.createdAt, when)}</td>
                    <td>{whenShort(device.seenAt, when)}</td>
                    <td class="acts">
                      <button
                        type="button"
                        class="quiet"
                        disabled={one.busy}
                        aria-label={said.revokeOf(device.label, nameOf(device.memberId))}
                        onClick={() => void one.run(device.id)}
                      >
                        {said.revoke}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : failure ? null : (
          <Skeleton words={common} lines={4} />
        )}
      </Panel>
      <CalendarFeed words={words} />
    </div>
  );
}

function CalendarFeed({ words }: Pick<TeamProps, 'words'>) {
  const { words: common } = useSession();
  const making = useDeed(makeFeed);
  const closing = useDeed(closeFeed);
  const [url, setUrl] = useState<string | null>(null);
  const [isClosed, setClosed] = useState(false);
  const { devices: said } = words;
  const make = async () => {
    const answer = await making.run(null);
    if (!answer.ok) return;
    setUrl(answer.value.url);
    setClosed(false);
  };
  const close = async () => {
    const answer = await closing.run(null);
    if (!answer.ok) return;
    setUrl(null);
    setClosed(true);
  };
  const failure = making.failure ?? closing.failure;
  return (
    <Panel title={said.feed} about={said.feedAbout}>
      {url ? (
        <CopyField
          label={said.feedLink}
          hint={said.feedHint}
          text={url}
          copy={words.copy}
          copied={words.copied}
        />
      ) : null}
      <p class="told" role="status">
        {isClosed ? said.feedClosed : ''}
      </p>
      {failure ? <Failed failure={failure} words={common} /> : null}
      <div class="buttons">
        <button type="button" disabled={making.busy} onClick={() => void make()}>
          {said.makeFeed}
        </button>
        <button type="button" disabled={closing.busy} onClick={() => void close()}>
          {said.closeFeed}
        </button>
      </div>
    </Panel>
  );
}

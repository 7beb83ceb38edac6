/** An address nobody knows, found by the search: it becomes a lead only by this click (OVR7). */
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { StrangerForm } from '../../../shared/ui/card/StrangerForm.tsx';
import type { DayPort } from './dayPort.ts';
import { useRecording } from '../useRecording.ts';

interface Props {
  readonly address: string;
  readonly messages: Catalog;
  readonly capture: DayPort['capture'];
}

export function AddLead({ address, messages, capture }: Props) {
  const { busy, problem, toast, record } = useRecording(async () => undefined);
  return (
    <StrangerForm
      address={address}
      mayAdd
      busy={busy}
      problem={problem}
      done={toast?.text ?? null}
      messages={messages}
      onAdd={(lead) => void record(() => capture({ address, ...lead }), messages)}
    />
  );
}

/** Begins to connect a system: what it is called here, what its vendor has to know, and off to give access. */
import { useState } from 'preact/hooks';
import { systemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type { VendorView } from '../../../shared/protocol/connections.ts';
import { useDeed } from '../api/hooks.ts';
import { sentenceOf } from '../api/tell.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NameField } from '../ui/NameField.tsx';
import { faultSaid, helped } from './faults.ts';
import { connectSystem } from './systems.ts';

interface Props {
  readonly vendor: VendorView;
  readonly onClose: () => void;
}

export function SystemForm({ vendor, onClose }: Props) {
  const { language } = useSession();
  const said = systemsWords(language);
  const [label, setLabel] = useState(vendor.label);
  const [settings, setSettings] = useState<Readonly<Record<string, string>>>({});
  const { run, busy, failure } = useDeed(connectSystem);
  // Beside what is wrong stands what is right.
  const wrongSetting = (id: string) => {
    const fault = failure?.problem?.errors?.find(({ pointer }) => pointer === `/settings/${id}`);
    if (fault === undefined) return undefined;
    const wrong = sentenceOf(faultSaid(language, { ...fault, pointer: '' }));
    return [wrong, said.settingHint[id]].join(' ').trim();
  };
  const go = async () => {
    const told = Object.fromEntries(Object.entries(settings).map(([id, value]) => [id, bare(value)]));
    const answer = await run({ vendor: vendor.vendor, label, settings: told });
    if (!answer.ok) return;
    if (answer.value.authorizeUrl === null) onClose();
    else location.assign(answer.value.authorizeUrl);
  };
  return (
    <FormDialog
      title={said.connect(vendor.label)}
      act={vendor.access === 'code' ? said.goThere(vendor.label) : said.connect(vendor.label)}
      disabled={busy}
      failure={helped(failure, language)}
      onSubmit={go}
      onClose={onClose}
    >
      <NameField label={said.name} value={label} failure={failure} onChange={setLabel} />
      {vendor.settings.map((id) => (
        <Field key={id} label={said.setting[id] ?? id} hint={said.settingHint[id]} wrong={wrongSetting(id)}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={500}
              value={settings[id] ?? ''}
              onInput={({ currentTarget: { value } }) =>
                setSettings((all) => ({ ...all, [id]: value.trim() }))
              }
            />
          )}
        </Field>
      ))}
    </FormDialog>
  );
}

/** As people copy it from their address bar: of `https://acme.crm4.dynamics.com/main.aspx` the host. */
function bare(value: string): string {
  return value
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
}

/** Begins to connect a system: what it is called here, what its vendor has to know, and off to give access. */
import { useState } from 'preact/hooks';
import { systemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type { VendorView } from '../../../shared/protocol/connections.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NameField } from '../ui/NameField.tsx';
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
  const go = async () => {
    const answer = await run({ vendor: vendor.vendor, label, settings });
    if (!answer.ok) return;
    if (answer.value.authorizeUrl === null) onClose();
    else location.assign(answer.value.authorizeUrl);
  };
  return (
    <FormDialog
      title={said.connect(vendor.label)}
      act={vendor.access === 'code' ? said.goThere(vendor.label) : said.connect(vendor.label)}
      disabled={busy}
      failure={failure}
      onSubmit={go}
      onClose={onClose}
    >
      <NameField label={said.name} value={label} failure={failure} onChange={setLabel} />
      {vendor.settings.map((id) => (
        <Field key={id} label={said.setting[id] ?? id} wrong={failure?.fields[`/settings/${id}`]}>
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

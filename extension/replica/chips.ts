/** The chips of the people on a page: own leads from the copy, colleagues' by the filter (OVR1, ACC3). */
import { buildChip, buildForeignChip, buildSharedChip } from '../../shared/ui/buildChip.ts';
import type { ChipView } from '../../shared/ui/chipView.ts';
import type { ViewContext } from '../../shared/ui/viewContext.ts';
import type { LookupChip } from '../../shared/protocol/lookup.ts';
import type { Density, PersonKey } from '../messages.ts';
import { chipOnDevice } from './deviceTime.ts';
import { endOfDay } from './localDay.ts';
import { contextOf, type Replica } from './replica.ts';

export async function chipsFor(
  replica: Replica,
  tab: number,
  asked: readonly PersonKey[],
): Promise<readonly (ChipView | null)[]> {
  const { clock, language, people, settings, states, strangers, tabs } = replica;
  const now = clock.now();
  const agreement = await states.agreement();
  if (!agreement) return asked.map(() => null);
  const context = contextOf(agreement, now, language);
  const { density } = settings.now();
  const sets = asked.map((person) => people.find(person));
  // Whoever is not here may be a colleague's; what is not known yet comes with a later answer.
  const foreign = await strangers.find(asked.filter((_, index) => sets[index]?.length === 0));
  const theirs = asked.map((person) => foreign.get(person) ?? []);
  const shown = sets.map((leads, index) =>
    leads.length > 0 ? leads : (theirs[index] ?? []).map(({ leadId }) => leadId),
  );
  const named = shown.filter((leads) => leads.length > 0);
  const keys = new Map((await tabs.keysOf(tab, named)).map((key, index) => [named[index]?.join('\n'), key]));
  return Promise.all(
    shown.map(async (leads, index) => {
      const [only] = leads;
      const key = keys.get(leads.join('\n'));
      if (only === undefined || key === undefined) return null;
      if (leads.length > 1) return buildSharedChip(key, leads.length, language);
      const colleagues = theirs[index]?.[0];
      if (colleagues) return foreignChip(key, colleagues, context, density);
      const lead = await states.of(only, now);
      if (!lead) return null;
      return dense(chipOnDevice(buildChip(key, lead.state, context), clock), density);
    }),
  );
}

function foreignChip(
  key: string,
  { stage, owner }: LookupChip,
  { history, language }: ViewContext,
  density: Density,
): ChipView | null {
  // One that nobody owns is on its way to this device with the next pull.
  if (!owner || density === 'today') return null;
  const stages = history.at(-1)?.definitions.stages;
  const short = stages?.find(({ id }) => id === stage)?.short ?? stage;
  return buildForeignChip(key, short, owner.name, language);
}

/** What the person chose to see of it (OVR1); what it is called stays whole for those who hear it. */
function dense(chip: ChipView, density: Density): ChipView | null {
  if (density === 'full') return chip;
  const { clock } = chip;
  if (density === 'clock') return { ...chip, score: null, stage: clock || chip.note ? '' : chip.stage };
  const owed = clock !== null && (clock.status === 'running' || clock.status === 'breached');
  return owed && clock.dueAt !== null && clock.dueAt <= endOfDay(Date.now()) ? chip : null;
}

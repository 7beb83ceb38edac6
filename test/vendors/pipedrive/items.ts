/** Items of a faked Pipedrive company: numbers as ids, times to the second, nothing told of what was deleted. */

export const KINDS = ['persons', 'organizations', 'deals', 'activities'] as const;
export type Kind = (typeof KINDS)[number];
export type Value = Record<string, unknown>;
export type Item = Value & { readonly id: number; readonly add_time: string; readonly update_time: string };

export class Items {
  private readonly now: () => number;
  private readonly tables: Readonly<Record<Kind, Map<number, Item>>> = {
    persons: new Map(),
    organizations: new Map(),
    deals: new Map(),
    activities: new Map(),
  };
  private counter = 100;

  constructor(now: () => number) {
    this.now = now;
  }

  put(kind: Kind, id: number | undefined, values: Value): Item {
    const before = id === undefined ? undefined : this.get(kind, id);
    this.counter += 1;
    const stamp = secondOf(this.now());
    const custom = {
      ...(before?.['custom_fields'] as Value | undefined),
      ...(values['custom_fields'] as Value | undefined),
    };
    const item: Item = {
      owner_id: 1,
      ...before,
      ...values,
      ...(kind === 'activities' ? activity(before, values, stamp) : {}),
      custom_fields: custom,
      id: before?.id ?? this.counter,
      add_time: before?.add_time ?? stamp,
      update_time: stamp,
    };
    this.tables[kind].set(item.id, item);
    return item;
  }

  remove(kind: Kind, id: number): void {
    this.tables[kind].delete(id);
  }

  get(kind: Kind, id: number): Item | undefined {
    return this.tables[kind].get(id);
  }

  all(kind: Kind): Item[] {
    return Array.from(this.tables[kind].values());
  }
}

/** The primary participant is the person, and when it was marked as done is noted. */
function activity(before: Item | undefined, values: Value, stamp: string): Value {
  const participants = values['participants'] as { person_id: number; primary?: boolean }[] | undefined;
  const done = (values['done'] ?? before?.['done'] ?? false) === true;
  const marked = values['marked_as_done_time'] ?? before?.['marked_as_done_time'];
  return {
    done,
    ...(participants
      ? { person_id: (participants.find(({ primary }) => primary) ?? participants[0])?.person_id }
      : {}),
    marked_as_done_time: done ? (marked ?? stamp) : null,
  };
}

export function secondOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

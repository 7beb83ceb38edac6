import { expect, test } from 'vitest';
import { DaySearch } from '../../../extension/panels/day/DaySearch.tsx';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { fakeDay } from './fakeDay.ts';
import { draw } from './screen.tsx';

async function searched(text: string) {
  const { port, asked } = fakeDay('pt-BR', []);
  const screen = await draw(
    <DaySearch
      messages={messagesFor('pt-BR')}
      search={port.search}
      capture={port.capture}
      onOpen={() => undefined}
    >
      {null}
    </DaySearch>,
  );
  await screen.type('input[type=search]', text);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await screen.settle();
  return { screen, asked };
}

test('[OVR7] an address nobody knows is added by an explicit click, its source said', async () => {
  const { screen, asked } = await searched('nia@cliente.example');
  expect(screen.text()).toContain('Origem: prospecção');
  await screen.type('.chooser input', 'Nia');
  await screen.submit('.chooser');
  expect(asked.filter(({ what }) => what === 'capture').map(({ ask }) => ask)).toEqual([
    { address: 'nia@cliente.example', name: 'Nia', company: undefined },
  ]);
  expect(screen.root.querySelector('.part [role=status]')?.textContent).toBe('Incluído');
});

test('a name that is not found is no address to add', async () => {
  const { screen } = await searched('Nia Silva');
  expect(screen.buttons()).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { sampleCard, CARDS } from './cardSample.ts';
import type { CardView } from '../../../shared/ui/cardView.ts';
import { at, HANDOFF } from '../../shared/ui/sampleLead.ts';
import { openCard } from './openCard.tsx';

type Opened = Awaited<ReturnType<typeof openCard>>;
const asksOf = ({ asked }: Opened, what: string) =>
  asked.filter((one) => one.what === what).map(({ ask }) => ask);

/** What the form asked of the background for Marina. */
const acted = (opened: Opened) => asksOf(opened, 'do');

test('[ACC3] what nobody owns is taken in one click', async () => {
  const opened = await openCard(sampleCard(CARDS.unassigned));
  await opened.screen.click('Assumir este lead');
  expect(asksOf(opened, 'take')).toEqual([{ leadId: 'marina' }]);
});

describe('[HOF3] an answer given can be mended', () => {
  const answered = (answer: 'accepted' | 'recycled') => {
    const given = { answer, at: at(15), by: 'ana', reason: null, mark: null, returnOn: null };
    const closed = answer === 'accepted' ? null : ({ at: at(15), how: 'answered' } as const);
    return sampleCard({ state: { handoffs: [{ ...HANDOFF, answer: given, closed }] } });
  };

  test('accepted: it goes back with a reason, to the stage one chooses', async () => {
    const opened = await openCard(answered('accepted'));
    const { screen } = opened;
    expect(screen.buttons()).not.toContain('Devolver…');
    await screen.click('Mais…');
    expect(screen.buttons()).not.toContain('Aceitar, afinal');
    await screen.click('Devolver…');
    await screen.choose('.chooser select', 'visitor');
    await screen.click('Agora não');
    const body = { handoff: 'h1', answer: 'recycled', reason: 'not_now', toStage: 'visitor' };
    expect(acted(opened)).toEqual([{ leadId: 'marina', act: { kind: 'handoff.correct', body } }]);
  });

  test('returned: it is accepted after all in one click, or disqualified', async () => {
    const opened = await openCard(answered('recycled'));
    const { screen } = opened;
    await screen.click('Mais…');
    expect(screen.buttons()).not.toContain('Devolver…');
    await screen.click('Aceitar, afinal');
    const body = { handoff: 'h1', answer: 'accepted' };
    expect(acted(opened)).toEqual([{ leadId: 'marina', act: { kind: 'handoff.correct', body } }]);
    await screen.settle();
    await screen.click('Desqualificar…');
    expect(screen.text()).toContain('Por que desqualificar?');
  });
});

describe('[STG4] a lead is moved by hand', () => {
  const accepted = { answer: 'accepted', at: at(15), by: 'ana', reason: null, mark: null } as const;
  const handoffs = [{ ...HANDOFF, answer: { ...accepted, returnOn: null } }];

  test('forward without a reason', async () => {
    const opened = await openCard(sampleCard({ state: { handoffs } }));
    const { screen } = opened;
    await screen.click('Mais…');
    await screen.click('Mover para outra etapa…');
    await screen.choose('.chooser select', 'opportunity');
    await screen.submit('.chooser');
    expect(acted(opened)).toEqual([
      { leadId: 'marina', act: { kind: 'stage.set', body: { stage: 'opportunity' } } },
    ]);
  });

  test('[HOF3] back after acceptance only with one', async () => {
    const opened = await openCard(sampleCard({ state: { handoffs } }));
    const { screen } = opened;
    await screen.click('Mais…');
    await screen.click('Mover para outra etapa…');
    await screen.choose('.chooser select', 'lead');
    await screen.submit('.chooser');
    expect(acted(opened)).toEqual([]);
    await screen.choose('.chooser .field:nth-of-type(2) select', 'not_now');
    await screen.submit('.chooser');
    expect(acted(opened)).toEqual([
      { leadId: 'marina', act: { kind: 'stage.set', body: { stage: 'lead', reason: 'not_now' } } },
    ]);
  });

  test('to the next stage in one click once nothing is missing, and never before its answer', async () => {
    const decide = { id: 'sql', label: 'SQL' };
    const ready = (view: CardView): CardView => ({ ...view, next: { title: '', criteria: [], decide } });
    const waits = await openCard(ready(sampleCard()));
    expect(waits.screen.buttons()).not.toContain('Mover para SQL');
    const opened = await openCard(ready(sampleCard({ state: { handoffs } })));
    await opened.screen.click('Mover para SQL');
    expect(acted(opened)).toEqual([{ leadId: 'marina', act: { kind: 'stage.set', body: { stage: 'sql' } } }]);
  });

  test('[OVR2] and nothing of it while the page may lie over the card', async () => {
    const decide = { id: 'sql', label: 'SQL' };
    const view = sampleCard({ state: { handoffs } });
    const { screen } = await openCard({ ...view, next: { title: '', criteria: [], decide } }, {}, false);
    await screen.click('Mais…');
    expect(screen.buttons().filter((name) => name.startsWith('Mover'))).toEqual([]);
  });
});

test('[CLK5] a snooze needs a day within the agreement and one of its reasons', async () => {
  const opened = await openCard(sampleCard());
  const { screen } = opened;
  await screen.click('Mais…');
  await screen.click('Adiar…');
  const [day] = screen.all<HTMLInputElement>('.chooser input[type=date]');
  expect([day?.min, day?.max]).toEqual(['2026-11-13', '2026-11-27']);
  expect(document.activeElement).toBe(day);
  expect(screen.button('Está de férias').disabled).toBe(true);
  await screen.type('.chooser input[type=date]', '2026-11-20');
  await screen.click('Está de férias');
  expect(acted(opened)).toEqual([
    { leadId: 'marina', act: { kind: 'lead.snooze', body: { untilOn: '2026-11-20', reason: 'vacation' } } },
  ]);
  await screen.settle();
  // The form is left and the focus is back where it was opened.
  expect(document.activeElement?.textContent).toBe('Adiar…');
});

test('a snooze is ended in one click', async () => {
  const opened = await openCard(sampleCard(CARDS.paused));
  await opened.screen.click('Mais…');
  await opened.screen.click('Encerrar o adiamento');
  expect(acted(opened)).toEqual([{ leadId: 'marina', act: { kind: 'lead.resume', body: {} } }]);
});

describe('[ATT10] a reply by other means', () => {
  test('is one click on its channel', async () => {
    const opened = await openCard(sampleCard());
    await opened.screen.click('Mais…');
    await opened.screen.click('Respondeu…');
    await opened.screen.click('LinkedIn');
    expect(acted(opened)).toEqual([
      { leadId: 'marina', act: { kind: 'reply.log', body: { channel: 'linkedin' } } },
    ]);
  });

  test('an out-of-office message is no reply and says what to do instead', async () => {
    const opened = await openCard(sampleCard());
    const { screen } = opened;
    await screen.click('Mais…');
    await screen.click('Respondeu…');
    await screen.tick('É uma resposta automática de ausência');
    expect(screen.text()).toContain('Você pode adiar o lead');
    await screen.click('E-mail');
    expect(acted(opened)).toEqual([
      { leadId: 'marina', act: { kind: 'reply.log', body: { channel: 'email', outOfOffice: true } } },
    ]);
  });
});

describe('[HOF6] who does not want contact', () => {
  test('says it channel by channel, everything apart', async () => {
    const opened = await openCard(sampleCard(CARDS.opted));
    const { screen } = opened;
    await screen.click('Mais…');
    await screen.click('Não quer contato…');
    // Channels refused already are not asked again.
    expect(screen.all('.chooser .actions button').map((button) => button.textContent)).toEqual([
      'Ligação',
      'Reunião',
      'LinkedIn',
      'SMS',
      'Outro',
      'Nenhum contato',
    ]);
    await screen.click('Nenhum contato');
    expect(acted(opened)).toEqual([
      { leadId: 'marina', act: { kind: 'lead.optOut', body: { channel: 'all' } } },
    ]);
  });

  test('comes back only on a basis that is written down', async () => {
    const opened = await openCard(sampleCard(CARDS.opted));
    const { screen } = opened;
    await screen.click('Mais…');
    await screen.click('Voltar a contatar…');
    await screen.submit('.chooser');
    expect(acted(opened)).toEqual([]);
    await screen.type('.chooser textarea', ' pediu uma ligação ');
    await screen.submit('.chooser');
    expect(acted(opened)).toEqual([
      {
        leadId: 'marina',
        act: { kind: 'lead.optIn', body: { channel: 'email', basis: 'pediu uma ligação' } },
      },
    ]);
  });
});

describe('[CLK10] a manager gives the lead away', () => {
  const colleagues = [
    { id: 'bruno', name: 'Bruno Dias', team: 'Inbound', away: false, me: false },
    { id: 'caio', name: 'Caio Luz', team: null, away: true, me: false },
  ];

  test('to somebody, who is away said beside the name', async () => {
    const opened = await openCard(sampleCard(CARDS.manager), { colleagues });
    const { screen } = opened;
    await screen.click('Mais…');
    await screen.click('Passar para…');
    await screen.settle();
    expect(screen.buttons()).toContain('Caio Luzausente');
    await screen.click('Bruno DiasInbound');
    expect(acted(opened)).toEqual([
      { leadId: 'marina', act: { kind: 'owner.assign', body: { owner: 'bruno' } } },
    ]);
  });

  test('or back to the pool', async () => {
    const opened = await openCard(sampleCard(CARDS.manager));
    await opened.screen.click('Mais…');
    await opened.screen.click('Passar para…');
    await opened.screen.settle();
    expect(opened.screen.text()).toContain('Não há para quem passar.');
    await opened.screen.click('Ninguém (volta à fila comum)');
    expect(acted(opened)).toEqual([
      { leadId: 'marina', act: { kind: 'owner.assign', body: { owner: null } } },
    ]);
  });

  test('an sdr is not offered it', async () => {
    const { screen } = await openCard(sampleCard());
    await screen.click('Mais…');
    expect(screen.buttons()).not.toContain('Passar para…');
  });
});

test('[HOF5] marketing contests a return with the evidence of that day', async () => {
  const opened = await openCard(sampleCard(CARDS.returned));
  const { screen } = opened;
  // Marketing logs nothing: what it may do stands open at once.
  expect(screen.buttons()).not.toContain('Ligação');
  await screen.click('Contestar a devolução…');
  expect(screen.text()).toContain('Pode ser contestada até');
  await screen.submit('.chooser');
  expect(acted(opened)).toEqual([]);
  await screen.type('.chooser textarea', 'pediu demonstração às 13:09');
  await screen.submit('.chooser');
  expect(acted(opened)).toEqual([
    {
      leadId: 'marina',
      act: { kind: 'handoff.contest', body: { handoff: 'h1', evidence: 'pediu demonstração às 13:09' } },
    },
  ]);
});

describe('[TGT7] a change of the agreement is proposed from the card', () => {
  test('about this lead, which goes along as the example', async () => {
    const opened = await openCard(sampleCard());
    const { screen } = opened;
    await screen.click('Mais…');
    await screen.click('Propor mudança…');
    await screen.submit('.chooser');
    expect(asksOf(opened, 'propose')).toEqual([]);
    await screen.type('.chooser input[type=text]', 'Demonstração vale mais');
    await screen.submit('.chooser');
    expect(asksOf(opened, 'propose')).toEqual([
      {
        title: 'Demonstração vale mais',
        text: undefined,
        about: { kind: 'lead', id: 'marina', version: 7 },
        leadId: 'marina',
      },
    ]);
  });

  test('about one rule, named', async () => {
    const opened = await openCard(sampleCard());
    const { screen } = opened;
    await screen.click('Mais…');
    await screen.click('Propor mudança…');
    await screen.type('.chooser input[type=text]', 'Menos tentativas');
    await screen.choose('.chooser select', 'reason');
    await screen.submit('.chooser');
    expect(asksOf(opened, 'propose')).toEqual([]);
    await screen.choose('.fields label + label select', 'not_now');
    await screen.type('.chooser textarea', 'cinco cansam');
    await screen.submit('.chooser');
    expect(asksOf(opened, 'propose')).toMatchObject([
      { text: 'cinco cansam', about: { kind: 'reason', id: 'not_now', version: 7 } },
    ]);
  });
});

test('[HOF3] an acceptance may carry a mark, a return a comment', async () => {
  const opened = await openCard(sampleCard());
  const { screen } = opened;
  await screen.click('Mais…');
  await screen.click('Aceitar: ótimo');
  await screen.click('Devolver…');
  await screen.type('.chooser textarea', 'volta no outro ano');
  await screen.click('Agora não');
  expect(asksOf(opened, 'answer')).toEqual([
    { leadId: 'marina', handoff: 'h1', answer: 'accepted', mark: 'great' },
    {
      leadId: 'marina',
      handoff: 'h1',
      answer: 'recycled',
      reason: 'not_now',
      returnOn: undefined,
      comment: 'volta no outro ano',
    },
  ]);
});

describe('[ATT6] a time stated', () => {
  const yesterday = () => {
    const day = new Date(Date.now() - 86_400_000);
    const two = (n: number) => String(n).padStart(2, '0');
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  };

  test('may lie on another day, with its hour', async () => {
    const opened = await openCard(sampleCard());
    const { screen } = opened;
    await screen.click('Ligação');
    await screen.type('.earlier input[type=date]', yesterday());
    // A day without an hour would be logged as now.
    expect(screen.button('Conversou').disabled).toBe(true);
    await screen.type('.earlier input[type=time]', '10:40');
    await screen.click('Conversou');
    expect(asksOf(opened, 'log')).toMatchObject([{ at: new Date(`${yesterday()}T10:40`).getTime() }]);
  });

  test('is never later than now', async () => {
    const { screen } = await openCard(sampleCard());
    await screen.click('Ligação');
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await screen.type('.earlier input[type=date]', tomorrow);
    await screen.type('.earlier input[type=time]', '23:59');
    expect(screen.text()).toContain('Isso é depois de agora.');
    expect(screen.button('Conversou').disabled).toBe(true);
  });
});

test('[OVR2] without proof that nothing lies over it only what can be undone is offered', async () => {
  const { screen } = await openCard(sampleCard(CARDS.manager), {}, false);
  await screen.click('Mais…');
  expect(screen.all('.part-log button').map((button) => button.textContent)).toEqual([
    'Ligação',
    'E-mail',
    'WhatsApp',
    'Reunião',
    'LinkedIn',
    'SMS',
    'Outro',
    'Menos',
  ]);
});

test('Escape leaves any form for the button that opened it', async () => {
  const { screen } = await openCard(sampleCard(CARDS.manager));
  await screen.click('Mais…');
  for (const name of ['Respondeu…', 'Adiar…', 'Passar para…', 'Não quer contato…', 'Propor mudança…']) {
    await screen.click(name);
    await screen.settle();
    expect(screen.all('.chooser')).toHaveLength(1);
    await screen.press('Escape');
    expect(document.activeElement?.textContent, name).toBe(name);
  }
});

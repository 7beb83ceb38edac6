import { describe, expect, test, vi } from 'vitest';
import { openCard, viewOf } from './openCard.tsx';

describe('logging', () => {
  test('[ATT1] an attempt takes two clicks and can be undone', async () => {
    const { screen, asked } = await openCard(viewOf());
    await screen.click('Ligação');
    expect(screen.text()).toContain('Ligação: como foi?');
    expect(document.activeElement?.textContent).toBe('Conversou');
    await screen.click('Não atendeu');
    expect(asked.find(({ what }) => what === 'log')?.ask).toEqual({
      leadId: 'marina',
      channel: 'call',
      outcome: 'no_answer',
    });
    expect(screen.root.querySelector('.said [role=status]')?.textContent).toContain('Tentativa registrada');
    await screen.click('Desfazer (10 s)');
    expect(asked.find(({ what }) => what === 'undo')?.ask).toEqual({ toast: 't1' });
    expect(screen.root.querySelector('.said [role=status]')?.textContent).toContain('Desfeito');
  });

  test('[ATT6] a call made earlier today is stated with its hour', async () => {
    const { screen, asked } = await openCard(viewOf());
    await screen.click('Ligação');
    await screen.type('.chooser input[type=time]', '00:00');
    await screen.click('Conversou');
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    expect(asked.find(({ what }) => what === 'log')?.ask).toMatchObject({ at: midnight.getTime() });
  });

  test('Escape goes back from the outcomes, then closes the card', async () => {
    const { screen, asked } = await openCard(viewOf());
    await screen.click('E-mail');
    await screen.press('Escape');
    expect(screen.text()).not.toContain('como foi?');
    expect(document.activeElement?.textContent).toBe('E-mail');
    expect(asked.some(({ what }) => what === 'close')).toBe(false);
    await screen.press('Escape');
    expect(asked.at(-1)?.what).toBe('close');
  });

  test('[SYN3] while it is being kept the buttons wait and the card says so', async () => {
    const { port, screen } = await openCard(viewOf());
    const { promise, resolve } = Promise.withResolvers<{ done: false; why: string }>();
    Object.assign(port, { log: () => promise });
    await screen.click('Ligação');
    await screen.click('Conversou');
    expect(screen.text()).toContain('Gravando…');
    expect(screen.all<HTMLButtonElement>('.actions button').every(({ disabled }) => disabled)).toBe(true);
    resolve({ done: false, why: 'Este lead não está mais lá.' });
    await screen.settle();
  });

  test('a failure says what to do next and leaves the choice open', async () => {
    const { screen } = await openCard(viewOf(), {
      done: { done: false, why: 'Procure por outro endereço.' },
    });
    await screen.click('Ligação');
    await screen.click('Conversou');
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('Procure por outro endereço.');
    expect(screen.text()).toContain('como foi?');
  });

  test('a background that is gone is said with the next step', async () => {
    const { screen } = await openCard(viewOf(), { done: undefined });
    await screen.click('Ligação');
    await screen.click('Conversou');
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('Recarregue esta página');
  });

  test('[HOF6] a refused channel says so before anything is logged', async () => {
    const { screen } = await openCard(viewOf({ optedOut: ['email'] }));
    await screen.click('E-mail: não quer contato');
    expect(screen.root.querySelector('.chooser [role=alert]')?.textContent).toContain('não quer contato');
  });
});

describe('answering the hand-off', () => {
  test('[HOF3] accepting is one click', async () => {
    const { screen, asked } = await openCard(viewOf());
    await screen.click('Aceitar');
    expect(asked.find(({ what }) => what === 'answer')?.ask).toEqual({
      leadId: 'marina',
      handoff: 'h1',
      answer: 'accepted',
    });
  });

  test('[HOF3] returning needs a reason and may name the day', async () => {
    const { screen, asked } = await openCard(viewOf());
    await screen.click('Devolver…');
    await screen.type('input[type=date]', '2027-01-11');
    await screen.click('Agora não');
    expect(asked.find(({ what }) => what === 'answer')?.ask).toEqual({
      leadId: 'marina',
      handoff: 'h1',
      answer: 'recycled',
      reason: 'not_now',
      returnOn: '2027-01-11',
    });
  });

  test('disqualifying waits behind "more", with its own reasons', async () => {
    const { screen } = await openCard(viewOf());
    expect(screen.buttons()).not.toContain('Desqualificar…');
    await screen.click('Mais…');
    await screen.click('Desqualificar…');
    expect(screen.buttons()).toContain('Fora do perfil ideal');
    expect(screen.buttons()).not.toContain('Agora não');
  });

  test('[HOF4] "unreachable" cannot be chosen yet and says what is owed', async () => {
    const view = viewOf();
    const reasons = view.reasons.map((reason) =>
      reason.id === 'unreachable' ? { ...reason, blocked: 'antes, mais 3 tentativas' } : reason,
    );
    const { screen } = await openCard({ ...view, reasons });
    await screen.click('Devolver…');
    expect(screen.button('Sem contato').disabled).toBe(true);
    expect(screen.text()).toContain('antes, mais 3 tentativas');
  });

  test('an answered hand-off is not asked again', async () => {
    const { screen } = await openCard({ ...viewOf(), handoff: { id: 'h1', answered: 'accepted' } });
    expect(screen.buttons()).not.toContain('Aceitar');
  });

  test('[OVR2] where the browser cannot prove the frame visible, only what can be undone is offered', async () => {
    const elsewhere = vi.fn<() => void>();
    const { screen } = await openCard(viewOf(), { elsewhere }, false);
    expect(screen.buttons()).toContain('Ligação');
    expect(screen.buttons()).not.toContain('Aceitar');
    expect(screen.buttons()).not.toContain('Devolver…');
    expect(screen.all('.answer')).toHaveLength(0);
    await screen.click('Abrir lá');
    expect(elsewhere).toHaveBeenCalledOnce();
  });
});

test('[OVR2] while the browser is still looking, what cannot be undone waits in its place', async () => {
  const { screen } = await openCard(viewOf(), {}, null);
  expect(screen.button('Aceitar').disabled).toBe(true);
  expect(screen.button('Ligação').disabled).toBe(false);
  expect(screen.all('.answer')).toHaveLength(0);
});

describe('[PRD5] a missing answer is given where it is missing', () => {
  test.each([
    ['50000', 50_000],
    ['R$ 50.000,50', 50_000.5],
    ['-3', -3],
  ])('%s is %d', async (typed, value) => {
    const { screen, asked } = await openCard(viewOf());
    await screen.type('.answer input', typed);
    await screen.submit('.answer');
    expect(asked.find(({ what }) => what === 'set')?.ask).toEqual({
      leadId: 'marina',
      field: 'budget',
      value,
    });
  });

  test('what is no number cannot be saved', async () => {
    const { screen, asked } = await openCard(viewOf());
    await screen.type('.answer input', 'talvez');
    expect(screen.button('Salvar').disabled).toBe(true);
    await screen.submit('.answer');
    expect(asked.some(({ what }) => what === 'set')).toBe(false);
  });

  test('the field is named by its question', async () => {
    const { screen } = await openCard(viewOf());
    expect(screen.root.querySelector('.answer input')?.getAttribute('aria-label')).toBe(
      'Responder: Qual é o orçamento?',
    );
  });
});

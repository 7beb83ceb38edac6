/**
 * The whole way, as its three persons walk it: from an empty workspace to an agreement both sides signed,
 * a month under it, a session with its referee, and the quarter's pack on paper. The marketer reads
 * Portuguese, the sales manager English, the referee Spanish. Every number is counted by hand from the
 * file and the month below. `SHOTS=<folder>` keeps the pictures.
 */
import { writeFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { expect, test, type TestContext } from 'vitest';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { connectionsWords } from '../../shared/messages/consoleConnections/index.ts';
import { draftWords } from '../../shared/messages/consoleDraft/index.ts';
import { leadsWords } from '../../shared/messages/consoleLeads/index.ts';
import { loopWords } from '../../shared/messages/consoleLoop/index.ts';
import { reviewWords } from '../../shared/messages/consoleReview/index.ts';
import { teamWords } from '../../shared/messages/consoleTeam/index.ts';
import { todayWords } from '../../shared/messages/consoleToday/index.ts';
import { firstWeekLink } from '../../shared/messages/firstWeek/link.ts';
import { firstWeekWords } from '../../shared/messages/firstWeek/index.ts';
import { LeadsResponse } from '../../shared/protocol/api.ts';
import { LeadsListResponse } from '../../shared/protocol/leads.ts';
import { MembersResponse } from '../../shared/protocol/people.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { invite, leadOf, request, setUp, signIn, type Api } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { settled } from '../support/console.ts';
import { openDated, type Dated } from '../support/dated.ts';
import { JUNE, juneFile } from '../support/juneFile.ts';
import { eventually } from '../support/journey.ts';

const { SHOTS } = process.env;
const [es, pt, en] = [firstWeekWords('es'), firstWeekWords('pt-BR'), firstWeekWords('en')];
const FIRST_WEEK = '/console/agreement/first-week';
const PHONE = { viewport: { width: 400, height: 800 } };

/** São Paulo has had one offset since 2019. */
const on = (date: string, time: string) => Date.parse(`2026-${date}T${time}:00-03:00`);

interface Way extends Dated {
  readonly admin: Api;
  /** Member ids by name. */
  readonly members: Map<string, string>;
  readonly complaints: (readonly string[])[];
  /** A member comes back on another day, by a link of their own. */
  readonly visit: (
    name: string,
    language: Language,
    path: string,
    more?: BrowserContextOptions,
  ) => Promise<Page>;
}

async function picture(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/way-${name}.png`, fullPage: true });
}

async function go(way: Dated, page: Page, path: string): Promise<void> {
  await page.goto(`${way.origin}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
}

const step = (page: Page, name: string) => page.getByRole('listitem', { name });
const textOf = async (page: Page, selector: string) =>
  ((await page.locator(selector).first().textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();

/** Wednesday, 09:00: nobody is here but whoever set it up, who opens the link that was answered. */
async function begin(context: TestContext): Promise<{ way: Way; elena: Page }> {
  const dated = await openDated(context, on('07-01', '09:00'));
  const { origin, setupToken } = dated;
  const body = { workspace: 'Vela Software', language: 'pt-BR' as const, admin: { name: 'Elena' } };
  const made = await setUp(origin, setupToken, body, dated.now());
  const admin = { origin, token: made.token };
  const complaints: (readonly string[])[] = [];
  const members = new Map([['Elena', made.memberId]]);
  const enter = async (link: string, locale: string, more: BrowserContextOptions = {}) => {
    const person = await dated.enter(link, { locale, ...more });
    complaints.push(person.complaints);
    return person.page;
  };
  const visit: Way['visit'] = async (name, language, path, more) => {
    const page = await enter(await invite(admin, members.get(name) ?? '', dated.now()), language, more);
    await go(dated, page, path);
    return page;
  };
  const elena = await enter(made.link, 'es');
  return { way: { ...dated, admin, members, complaints, visit }, elena };
}

/** The referee brings the others in and hands on two links. @returns the link by name */
async function bringIn(way: Way, page: Page): Promise<ReadonlyMap<string, string>> {
  const said = teamWords('es');
  await settled(page);
  await page.getByText(todayWords('es').empty.text).waitFor();
  await page.getByRole('link', { name: todayWords('es').empty.start }).click();
  await page.getByText(es.audit.nothing).waitFor();
  await step(page, es.steps.sign.title).getByRole('link', { name: es.nobody }).click();
  const links = new Map<string, string>();
  for (const [name, role, side] of [
    ['Mônica', 'marketer', 'marketing'],
    ['Marcos', 'manager', 'sales'],
    ['Ana', 'sdr', 'sales'],
    ['Bruno', 'sdr', 'sales'],
  ] as const) {
    await page.getByRole('button', { name: said.people.add }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(said.name, { exact: true }).fill(name);
    await form.getByLabel(said.role, { exact: true }).selectOption(role);
    // The side follows from the role.
    expect(await form.getByLabel(said.side, { exact: true }).inputValue()).toBe(side);
    await form.getByRole('button', { name: said.save }).click();
    const link = page.getByLabel(said.people.inviteLink);
    await link.waitFor();
    links.set(name, await link.inputValue());
    await page.getByRole('dialog').locator('.buttons button').click();
  }
  await page.getByText('5 personas aquí').waitFor();
  const { members } = MembersResponse.parse(await request(way.admin, 'GET /v1/members', { now: way.now() }));
  for (const { id, name } of members) way.members.set(name, id);
  return links;
}

const openRows = JUNE.filter((row) => row['Situação'] === '');
const count = (isOne: (row: (typeof JUNE)[number]) => boolean) => openRows.filter(isOne).length;

/** The marketer's file: every column is told apart, and what leaks is counted. */
async function importAndAudit(way: Way, page: Page): Promise<void> {
  const said = connectionsWords('pt-BR').imports;
  await go(way, page, FIRST_WEEK);
  await page.getByRole('link', { name: pt.audit.import }).click();
  const file = { name: 'leads-junho.csv', mimeType: 'text/csv', buffer: Buffer.from(juneFile()) };
  await page.locator('input[type=file]').setInputFiles(file);
  const columns = page.locator('form.columns');
  await columns.waitFor();
  const chosen = await columns
    .locator('select')
    .evaluateAll((all) =>
      all.map((one) => (one instanceof HTMLSelectElement ? one.selectedOptions[0]?.text : '')),
    );
  expect(chosen.join(', ')).toBe(
    'Nome, E-mail, Empresa, Nível do cargo, Setor, Funcionários, Origem, Responsável, Captado em, ' +
      'Ligação, Pediu demonstração, Ganho, perdido ou aberto, Valor, Fechado em',
  );
  await page.getByRole('button', { name: said.start }).click();
  await page.getByRole('link', { name: said.seeLeads }).or(page.locator('progress')).first().waitFor();
  await way.pass(way.admin);
  await page.getByText('180 linhas · 180 novos', { exact: true }).waitFor();
  await picture(page, 'imported');
  await page.getByRole('link', { name: firstWeekLink('pt-BR') }).click();
  await page.getByText('180 leads estão aqui.').waitFor();
  await settled(page);
  const leaks = await page.locator('tbody tr').allInnerTexts();
  const leak = (name: string) => leaks.find((row) => row.startsWith(name))?.split(/\s*\n?\t\s*/)[1];
  expect(leak(pt.audit.leaks.no_owner)).toBe(String(count((row) => row['Responsável'] === '')));
  expect(leak(pt.audit.leaks.no_source)).toBe(String(count((row) => row['Origem'] === '')));
  await picture(page, 'audit');
}

/** The sales manager answers twelve questions, tries what they make, and signs it. */
async function propose(way: Way, page: Page): Promise<void> {
  await go(way, page, FIRST_WEEK);
  await page.getByRole('link', { name: en.trial.propose }).click();
  await page.getByText('In the last 90 days 25 leads were won and 27 lost. They suggest:').waitFor();
  const { questions } = en.wizard;
  expect(await page.getByLabel(questions.sales).locator(':checked').textContent()).toBe('Marcos');
  expect(await page.getByLabel(questions.marketing).locator(':checked').textContent()).toBe('Mônica');
  await page.getByLabel(questions.referee).selectOption({ label: 'Elena' });
  await page.getByLabel(questions.quota).fill('40000');
  // 22 of 25 in health, 3 of 27 in retail; two people, 40,000 each, deals of 9,000 of which 25 of 52 are won.
  await page.getByText('Won: 22 of 25 (88%').waitFor();
  await page.getByText('Of the others: 3 of 27 (11%').waitFor();
  await page.getByRole('checkbox', { name: '19 leads handed over a month' }).waitFor();
  await page.getByRole('checkbox', { name: /Closed on \d+ public holidays/ }).waitFor();
  await picture(page, 'proposed');
  await page.getByRole('button', { name: en.proposal.write }).click();
  const said = draftWords('en');
  await page.getByRole('heading', { level: 1, name: 'Draft of version 2' }).waitFor();
  await page.getByText('New goal: Leads delivered: 19 a month').waitFor();
  await page.getByText('Referee: Elena').waitFor();
  // Holidays the starter has already are no news.
  expect(await page.getByText('is now called').count()).toBe(0);
  await page.getByText(said.preview.untried, { exact: true }).waitFor();
  await page.getByRole('button', { name: said.preview.run }).click();
  await way.pass(way.admin);
  await page.getByText('What happens to today’s 180 leads').waitFor();
  await page.getByRole('button', { name: said.sign }).click();
  await page.getByText(said.signed(said.sides.sales, 'Marcos')).waitFor();
}

/** The marketer sees what the other side tried, and signs the same. */
async function countersign(way: Way, page: Page): Promise<void> {
  const said = draftWords('pt-BR');
  await go(way, page, FIRST_WEEK);
  await step(page, pt.steps.sign.title).getByRole('link', { name: pt.sign.open }).click();
  await page.getByText('O que acontece com os 180 leads de hoje').waitFor();
  await page.getByRole('button', { name: said.sign }).click();
  await page.getByText(pt.activate.ready).waitFor();
  await picture(page, 'signed');
}

async function activate(way: Way, page: Page): Promise<void> {
  const said = draftWords('es');
  await go(way, page, FIRST_WEEK);
  await step(page, es.steps.activate.title).getByRole('link', { name: es.activate.open }).click();
  await page.getByRole('button', { name: said.publish.act }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Acordado en la primera semana');
  await page.getByRole('dialog').getByRole('button', { name: said.publish.act }).click();
  await page.locator('#signatures').getByText('Marcos').waitFor();
  await way.pass(way.admin);
  await go(way, page, FIRST_WEEK);
  for (const { title } of Object.values(es.steps))
    await step(page, title).getByText(es.states.done, { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'first-week');
  // Who gets the leads is in the team that was made for it.
  await go(way, page, '/console/team');
  for (const name of ['Ana', 'Bruno'])
    expect(await page.getByRole('row', { name: new RegExp(`^${name} `) }).textContent()).toContain('Sales');
}

/** What was imported and is good enough goes to its owners at once; the rest stays. @returns their ids */
async function release(way: Way, page: Page): Promise<readonly string[]> {
  const said = leadsWords('en');
  await go(way, page, '/console/leads?backlog=true');
  await page.getByRole('button', { name: said.deeds.release }).click();
  await page.getByText('22 leads, done in 1 open day.').waitFor();
  await picture(page, 'release');
  await page.getByRole('dialog').getByRole('button', { name: said.deeds.start }).click();
  await page.getByText('22 leads', { exact: false }).first().waitFor();
  await way.pass(way.admin);
  const waiting = async () => {
    const answer = await request(way.admin, 'GET /v1/leads?stage=mql&clock=running&limit=100', {
      now: way.now(),
    });
    const { leads } = LeadsListResponse.parse(answer);
    return leads.length === 22 ? leads.map(({ id }) => id) : undefined;
  };
  return eventually('22 leads handed over', waiting);
}

/** What became of twelve leads who asked for a demo in July; hours after the request, `null`: nobody tried. */
const MONTH = [
  { date: '07-06', after: 1, answer: 'accepted', qualified: true },
  { date: '07-07', after: 1, answer: 'accepted' },
  { date: '07-08', after: 1, answer: 'disqualified', reason: 'out_of_profile' },
  // Monday after Thursday: 19 open hours, three more than were promised.
  { date: '07-09', after: 100, answer: 'accepted' },
  { date: '07-10', after: 1, answer: 'accepted', qualified: true },
  { date: '07-13', after: 1, answer: 'recycled', reason: 'no_budget' },
  { date: '07-14', after: 1, answer: 'accepted' },
  { date: '07-16', after: 1, answer: 'disqualified', reason: 'out_of_profile' },
  { date: '07-20', after: 1, answer: 'accepted' },
  { date: '07-21', after: 1, answer: 'accepted' },
  { date: '07-22', after: 2, answer: 'accepted' },
  { date: '07-23', after: null },
] as const;
const CONTESTED = 7;

interface Event {
  readonly at: number;
  readonly happen: () => Promise<unknown>;
}

const capture = async ({ admin }: Way, place: number, now: number) => {
  const lead = {
    emails: [`compras@novo${place}.example`],
    fields: {
      name: `${['Lara', 'Otto', 'Nina', 'Raul'][place % 4]} ${['Prado', 'Salles', 'Viana'][place % 3]}`,
      company: `Instituto Novo ${place + 1}`,
      employees: 80,
      seniority: 'director',
      industry: 'education',
      // Of two the brief is not whole.
      ...(place % 6 === 5 ? {} : { role: 'Diretora' }),
    },
    source: ['google', 'linkedin', 'event', 'referral'][place % 4],
  };
  const [made] = LeadsResponse.parse(
    await request(admin, 'POST /v1/leads', { body: { leads: [lead] }, now }),
  ).results;
  if (!made || 'error' in made) throw new Error(made?.error ?? 'no answer');
  const body = { signals: [{ leadId: made.id, signal: 'demo_requested' }] };
  await request(admin, 'POST /v1/signals', { body, now });
  return made.id;
};

/** Sales at work, by the API: the released are called on their first day, all but two; July comes in. */
async function month(way: Way, released: readonly string[]): Promise<{ events: Event[]; leads: string[] }> {
  const reps = new Map<string, Api>();
  for (const name of ['Ana', 'Bruno']) {
    const id = way.members.get(name) ?? '';
    reps.set(id, await signIn(way.admin, id, way.now()));
  }
  const call = async (leadId: string, outcome: string, now: number) => {
    const { state } = await leadOf(way.admin, leadId, now);
    const rep = reps.get(state.owner?.id ?? '');
    if (!rep) throw new Error('routing gave it to nobody');
    const body = { channel: 'call', outcome, evidence: 'clicked' };
    await request(rep, `POST /v1/leads/${leadId}/attempts`, { body, now });
    return { rep, state };
  };
  const leads: string[] = [];
  const events: Event[] = released.slice(2).map((id, place) => ({
    at: on('07-01', '15:00') + place * MINUTE_MS,
    happen: async () => call(id, 'no_answer', on('07-01', '15:00') + place * MINUTE_MS),
  }));
  MONTH.forEach((one, place) => {
    const asked = on(one.date, '10:01');
    events.push({ at: asked, happen: async () => (leads[place] = await capture(way, place, asked)) });
    if (one.after === null) return;
    const at = asked + one.after * HOUR_MS;
    const happen = async () => {
      const leadId = leads[place] ?? '';
      const { rep, state } = await call(leadId, 'connected', at);
      const reason = 'reason' in one ? { reason: one.reason, comment: 'Uma turma de estudantes.' } : {};
      const body = { answer: one.answer, ...reason };
      const handoff = state.handoffs.at(-1)?.id ?? '';
      await request(rep, `POST /v1/handoffs/${handoff}/answer`, { body, now: at + MINUTE_MS });
      if ('qualified' in one)
        await request(rep, `POST /v1/leads/${leadId}/stage`, {
          body: { stage: 'sql' },
          now: at + 2 * MINUTE_MS,
        });
    };
    events.push({ at, happen });
  });
  return { events: events.toSorted((a, b) => a.at - b.at), leads };
}

/** Marketing contests a return, the referee overturns it, and the SDR answers again from a phone. */
async function contest(way: Way, leadId: string): Promise<void> {
  const [said, decided] = [loopWords('pt-BR').talks, loopWords('es').talks];
  const monica = await way.visit('Mônica', 'pt-BR', '/console/closed-loop');
  await monica.getByRole('button', { name: said.actOn(said.acts.contest, NAME) }).click();
  await monica.getByRole('dialog').getByRole('textbox').fill('Ela assina as compras do instituto.');
  await monica.getByRole('dialog').locator('button[type=submit]').click();
  await monica.getByText(said.contest.waiting).first().waitFor();
  await picture(monica, 'contested');
  await way.at(on('07-17', '11:00'));
  const elena = await way.visit('Elena', 'es', '/console/closed-loop');
  await elena.getByLabel(decided.show, { exact: true }).selectOption('waiting');
  await elena.getByRole('button', { name: decided.actOn(decided.acts.decide, NAME) }).click();
  const form = elena.getByRole('dialog');
  await form.getByRole('combobox').selectOption('overturned');
  await form.locator('button[type=submit]').click();
  await elena.getByText(decided.nothing.waiting).waitFor();
  const { state } = await leadOf(way.admin, leadId, way.now());
  expect(state.handoffs[0]?.contest?.decided).toBe('overturned');
}

/** On a phone, in two presses and an answer: what came back from the referee. */
async function workFromCard(way: Way, leadId: string): Promise<void> {
  const { state } = await leadOf(way.admin, leadId, way.now());
  const member = [...way.members].find(([, id]) => id === state.owner?.id)?.[0] ?? '';
  const page = await way.visit(member, 'pt-BR', `/console/leads/${leadId}`, PHONE);
  const { words, card } = messagesFor('pt-BR');
  const { channels, outcomes } = words;
  await page.getByRole('button', { name: channels.call, exact: true }).click();
  await page.getByRole('button', { name: outcomes.connected, exact: true }).click();
  await picture(page, 'card');
  await page.getByRole('button', { name: card.accept, exact: true }).click();
  await eventually('called and accepted', async () => {
    const { state: later } = await leadOf(way.admin, leadId, way.now());
    return later.stage.id === 'sal' && later.attempts.length === 2 ? true : undefined;
  });
}

/** The marketer proposes with a lead that shows it; both sides vote. */
async function proposeChange(way: Way): Promise<void> {
  const [said, sales] = [reviewWords('pt-BR'), reviewWords('en')];
  const monica = await way.visit('Mônica', 'pt-BR', '/console/agreement/proposals');
  await monica.getByText(said.proposals.emptyTitle).waitFor();
  await monica.getByRole('button', { name: said.propose.act }).click();
  const form = monica.getByRole('dialog');
  await form.getByLabel(said.propose.what).fill(PROPOSED);
  await form.getByLabel(said.propose.kind).selectOption('policy');
  await form.getByLabel(said.propose.which).selectOption('first-response');
  await form.getByLabel(said.propose.why).fill('Quem pede demonstração não espera dois dias.');
  await form.getByLabel(said.propose.examples).fill(NAME);
  await form.getByRole('button', { name: said.propose.add(`${NAME} · Instituto Novo 8`) }).click();
  await form.getByRole('button', { name: said.propose.send }).click();
  await monica.getByRole('heading', { name: PROPOSED }).waitFor();
  await monica.getByRole('button', { name: said.proposals.forIt, exact: true }).click();
  await monica.locator('[data-side=marketing]').getByText(said.proposals.count('1', '0')).waitFor();
  const marcos = await way.visit('Marcos', 'en', '/console/agreement/proposals');
  await marcos.getByRole('button', { name: sales.proposals.forIt, exact: true }).click();
  await marcos.locator('[data-side=sales]').getByText(sales.proposals.count('1', '0')).waitFor();
  await picture(marcos, 'proposal');
}

/** The referee's session, on the first open day a month after the workspace began. */
async function hold(way: Way): Promise<void> {
  const said = reviewWords('es');
  const page = await way.visit('Elena', 'es', '/console/agreement/sessions');
  // 1 August is a Saturday.
  await page.getByText(said.sessions.next.session('3 ago 2026')).waitFor();
  await page.getByRole('button', { name: said.sessions.open }).click();
  await page.getByLabel(said.sessions.referee).selectOption({ label: 'Elena' });
  await page.getByRole('button', { name: said.sessions.begin }).click();
  await page.getByRole('heading', { name: PROPOSED }).waitFor();
  await page.getByRole('button', { name: said.meeting.people }).click();
  for (const name of ['Mônica', 'Marcos']) await page.getByRole('dialog').getByLabel(name).check();
  await page.getByRole('dialog').getByRole('button', { name: said.decide.save }).click();
  await page
    .getByText(said.meeting.there('Marcos y Mônica'))
    .or(page.getByText(said.meeting.there('Mônica y Marcos')))
    .waitFor();
  await settled(page);
  await picture(page, 'session');
  await page.getByRole('button', { name: said.meeting.decide }).first().click();
  const decide = page.getByRole('dialog');
  await decide.getByLabel(said.decide.text).fill(DECIDED);
  await decide.getByLabel(said.decide.owner).selectOption({ label: 'Marcos' });
  await decide.getByLabel(said.decide.dueOn).fill('2026-08-31');
  await decide.getByRole('button', { name: said.decide.save }).click();
  await page.getByText(DECIDED).waitFor();
  await page.getByRole('button', { name: said.meeting.close }).click();
  await page.getByRole('dialog').getByRole('button', { name: said.meeting.close }).click();
  await page.getByText(said.meeting.closed('3 ago 2026')).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'minutes');
}

const NAME = 'Raul Salles';
const PROPOSED = 'Primeira resposta em um dia útil';
const DECIDED = 'Un día hábil desde septiembre; se revisa en la próxima sesión.';

test(
  '[TRI1] [TRI2] [HOF5] [TGT1] [TGT7] from an empty workspace to a signed agreement, a month, a session and a printed review',
  { timeout: 240_000 },
  async (context) => {
    const { way, elena } = await begin(context);
    const links = await bringIn(way, elena);
    await way.at(on('07-01', '09:40'));
    const monica = (await way.enter(links.get('Mônica') ?? '', { locale: 'pt-BR' })).page;
    await importAndAudit(way, monica);
    await way.at(on('07-01', '10:00'));
    const marcos = (await way.enter(links.get('Marcos') ?? '', { locale: 'en' })).page;
    await propose(way, marcos);
    await countersign(way, monica);
    await way.at(on('07-01', '11:30'));
    await activate(way, elena);
    await way.at(on('07-01', '14:00'));
    const released = await release(way, marcos);

    const { events, leads } = await month(way, released);
    const until = async (instant: number) => {
      while ((events[0]?.at ?? Infinity) < instant) await events.shift()?.happen();
      await way.at(instant);
    };
    await until(on('07-17', '10:00'));
    const contested = leads[CONTESTED] ?? '';
    await contest(way, contested);
    await way.at(on('07-17', '12:00'));
    await workFromCard(way, contested);
    await until(on('07-24', '10:00'));
    await proposeChange(way);
    await way.at(on('07-31', '17:00'));
    await look(way);
    await way.at(on('08-03', '10:00'));
    await hold(way);
    await way.at(on('10-01', '09:00'));
    await readPack(way);
    expect(way.complaints.flat()).toEqual([]);
  },
);

/**
 * The month as the sales manager sees it on its last day. Handed over: 22 released and 12 of July. In time:
 * the 20 released that were called, 10 of July, and the one that came back from the referee; late or never:
 * 2 released and 2 of July. Answered: 9 accepted, 2 returned; the overturned return is none.
 */
async function look(way: Way): Promise<void> {
  const page = await way.visit('Marcos', 'en', '/console/today');
  // Whatever stands between the pieces is the layout's.
  const tile = async (name: string) =>
    (await textOf(page, `main :is(section, li, div):has(> :text-is("${name}"))`)).replaceAll(' ', '');
  expect(await tile('First response in time')).toContain('88.6%target90%n=35');
  // With a conversation or an answer: 11 of July; whom nobody tried since the 23rd has some days left.
  expect(await tile('Leads worked')).toContain('33.3%target90%n=33settled·1inprogress');
  expect(await tile('MQLs delivered')).toContain('34pace34/19acceptedbysales:81.8%(n=11)');
  await picture(page, 'today');
  await page.getByRole('link', { name: '34', exact: true }).first().click();
  await page.getByText('34 leads', { exact: false }).first().waitFor();
}

/** The pack of the quarter, as the referee prints it: the same numbers, whoever reads them. */
async function readPack(way: Way): Promise<void> {
  const said = reviewWords('es').pack;
  const page = await way.visit('Elena', 'es', '/console/agreement/review/2026-Q3');
  await page.locator('[data-decision]').waitFor();
  await page.locator('#weeks svg').waitFor();
  await settled(page);
  const figure = (name: string) => textOf(page, `[data-figure=${name}] dd`);
  expect(await figure('first-response')).toMatch(/^88,6 % ?n = 35/);
  // With a conversation or an answer: 11 of July.
  expect(await figure('worked')).toMatch(/^32,4 % ?n = 34/);
  expect(await figure('accepted')).toMatch(/^81,8 % ?n = 11/);
  expect([await figure('delivered'), await figure('qualified')]).toEqual(['34', '2']);
  const goals = await page.locator('#goals [data-goal^=mqls-month]').allInnerTexts();
  expect(
    goals.map((row) =>
      row
        .split('\t')
        .map((cell) => cell.trim())
        .slice(2),
    ),
  ).toEqual([
    ['34', '19', said.goals.reached],
    ['0', '19', said.goals.missed],
    ['0', '19', said.goals.missed],
  ]);
  const pack = await textOf(page, 'article.pack');
  for (const words of [
    PROPOSED,
    '2 a favor, 0 en contra',
    DECIDED,
    'Meta nueva: Leads entregados: 19 por mes',
  ])
    expect(pack).toContain(words);
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'pack');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false });
  if (SHOTS) writeFileSync(`${SHOTS}/way-pack.pdf`, pdf);
  const sheets = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
  expect(sheets).toBeGreaterThan(1);
  expect(sheets).toBeLessThan(8);
}

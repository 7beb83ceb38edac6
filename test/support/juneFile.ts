/** What a company exports from its spreadsheet: the leads of June 2026 in Portuguese, 180 rows, every person invented. */

const FIRST = (
  'Paula Caio Renata Tiago Lívia Otávio Sônia Igor Débora Hugo ' +
  'Clarice Nelson Íris Vítor Alice Breno Cecília Davi Elisa Fábio'
).split(' ');
const LAST = [
  'Moreira',
  'Teixeira',
  'Barros',
  'Cardoso',
  'Pinto',
  'Rezende',
  'Antunes',
  'Coelho',
  'Macedo',
  'Vieira',
];
const SECTORS = [
  { name: 'Saúde', houses: ['Clínica', 'Laboratório', 'Hospital'] },
  { name: 'Varejo', houses: ['Lojas', 'Mercado', 'Casa'] },
  { name: 'Educação', houses: ['Colégio', 'Instituto', 'Escola'] },
] as const;
const PLACES = [
  'Aurora',
  'Boa Vista',
  'Cedro',
  'Diamante',
  'Estrela',
  'Farol',
  'Girassol',
  'Ipê',
  'Jardim',
  'Lago',
];
const LEVELS = ['Analista', 'Gerência', 'Diretoria', 'Sócio ou presidência'];
const SOURCES = ['Google', 'LinkedIn', 'Evento', 'Indicação'];
const SIZES = [8, 35, 60, 120, 240];

/** By the heading of its column. */
export type JuneRow = Readonly<Record<string, string>>;

const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};
const two = (value: number) => String(value).padStart(2, '0');
const plain = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

/** Health buys, retail does not: 25 won and 27 lost. */
function outcomeOf(sector: string, place: number): string {
  if (sector === 'Saúde') return place < 22 ? 'ganho' : place < 25 ? 'perdido' : '';
  if (sector === 'Varejo') return place < 3 ? 'ganho' : place < 27 ? 'perdido' : '';
  return '';
}

export const JUNE: readonly JuneRow[] = Array.from({ length: 180 }, (_, index) => {
  const sector = at(SECTORS, index);
  const place = Math.floor(index / 3);
  const first = at(FIRST, index);
  const last = at(LAST, index * 7 + Math.floor(index / 20));
  const company = `${at(sector.houses, Math.floor(index / 30))} ${at(PLACES, place)} ${'ABCDEFG'[Math.floor(index / 90)]}`;
  const day = (index % 30) + 1;
  const outcome = outcomeOf(sector.name, place);
  return {
    Nome: `${first} ${last}`,
    'E-mail': `${plain(first)}.${plain(last)}${index}@${plain(company)}.example`,
    Empresa: company,
    'Nível do cargo': at(LEVELS, index),
    Setor: sector.name,
    Funcionários: String(at(SIZES, index)),
    Origem: index % 15 === 14 ? '' : at(SOURCES, index),
    Responsável: index % 6 === 5 ? '' : at(['Ana', 'Bruno'], index),
    'Data de criação': `${two(day)}/06/2026 ${two(9 + (index % 8))}:${two((index * 7) % 60)}`,
    'Última ligação':
      index % 5 < 3
        ? `${two(Math.min(30, day + (index % 4)))}/06/2026 ${two(10 + (index % 7))}:${two((index * 11) % 60)}`
        : '',
    'Pediu demonstração': index % 9 === 4 ? `${two(day)}/06/2026` : '',
    Situação: outcome,
    Valor: outcome === 'ganho' ? String(6_000 + (index % 5) * 1_500) : '',
    'Data de fechamento': outcome === '' ? '' : `${two(Math.min(30, day + 5))}/06/2026`,
  };
});

export function juneFile(): string {
  const names = Object.keys(JUNE[0] ?? {});
  const lines = JUNE.map((row) => names.map((name) => row[name] ?? '').join(';'));
  return [names.join(';'), ...lines].join('\r\n');
}

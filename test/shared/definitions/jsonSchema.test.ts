import { expect, test } from 'vitest';
import { definitionsJsonSchema, SCHEMA_ID } from '../../../shared/definitions/jsonSchema.ts';
import { draftOf, pointersOf, valueOf, type Json } from './draft.ts';

const schema: Json = JSON.parse(JSON.stringify(definitionsJsonSchema()));

test('[DEF1] the schema for editors is closed, named and explained', () => {
  expect(valueOf(schema, '/$id')).toBe(SCHEMA_ID);
  expect(valueOf(schema, '/$schema')).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(valueOf(schema, '/additionalProperties')).toBe(false);
  expect(valueOf(schema, '/properties/stages/items/$ref')).toBe('#/$defs/Stage');
  expect(valueOf(schema, '/$defs/Stage/properties/criteria/$ref')).toBe('#/$defs/Criterion');
  expect(valueOf(schema, '/$defs/Promise/properties/target/$ref')).toBe('#/$defs/Target');
  expect(valueOf(schema, '/$defs/Field/properties/question/description')).toMatch(/card asks/);
});

test('[DEF1] every reference in it leads somewhere', () => {
  const refs = pointersOf(schema)
    .filter((at) => at.endsWith('/$ref'))
    .map((at) => String(valueOf(schema, at)));
  expect(refs.length).toBeGreaterThan(10);
  expect(refs.filter((ref) => valueOf(schema, ref.slice(1)) === undefined)).toEqual([]);
});

test('[DEF1] it names every section an agreement has', () => {
  const sections = Object.keys(Object(draftOf()));
  expect(sections.filter((name) => valueOf(schema, `/properties/${name}`) === undefined)).toEqual([]);
});

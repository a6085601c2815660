import { meantBy, type KnownPerson } from './token-people.js';

const lucia: KnownPerson = { person: 'a1', name: 'Lucia Sala', bank: 'settimo', number: 7 };
const otherLucia: KnownPerson = { person: 'b2', name: 'Lucia Sala', bank: 'rho', number: 7 };
const erased: KnownPerson = { person: 'c3', name: null, bank: 'rho', number: 8 };
const people = [lucia, otherLucia, erased];

test.each([
  ['a1', [lucia]],
  ['settimo:7', [lucia]],
  ['Rho:8', [erased]],
  ['lucia sala', [lucia, otherLucia]],
  ['Lucia', [lucia, otherLucia]],
  ['sal', [lucia, otherLucia]],
  ['', []],
  ['null', []],
  [':null', []],
])('%s means', (who, meant) => {
  expect(meantBy(who, people)).toEqual(meant);
});

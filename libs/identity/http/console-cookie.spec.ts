import { fastifyCookie } from '@fastify/cookie';
import { fastify } from 'fastify';
import { ConsoleCookie } from './console-cookie.js';

const secret = 'a'.repeat(43);
/** Registering it is what gives it its words. */
beforeAll(async () => {
  await fastify().register(fastifyCookie, { hook: false });
});

test('in production browsers take it over TLS from this host alone, for all of it, and show it to no script', () => {
  const cookie = new ConsoleCookie(true);
  expect(cookie.header(secret, 60)).toBe(
    `__Host-reciproca=${secret}; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict`,
  );
  expect(cookie.removal()).toBe('__Host-reciproca=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict');
  expect(cookie.secretIn(`other=1; __Host-reciproca=${secret}`)).toBe(secret);
});

test('one that another host or a page without TLS could have set is none in production', () => {
  expect(new ConsoleCookie(true).secretIn(`reciproca=${secret}`)).toBeUndefined();
});

import { NotFound, NothingToChange } from '#kernel';
import { DeskEmailInvalid, OpeningHoursInvalid, PhoneInvalid } from './network.errors.js';
import type { HubDesk, NetworkEvent } from './network.events.js';
import { added, asked, given, lainate, march, moved, opened, rho } from './testing/past.js';

const set = (desk: HubDesk, hub = rho) => asked({ name: 'SetHubDesk', input: { hub, desk } });
const desk = (said: HubDesk): NetworkEvent => ({ type: 'HubDeskSet', data: { hub: rho, desk: said } });
const here = [opened, added(rho, 'rho')];
const whole = {
  hours: { it: 'mar e gio 15:00–18:00', en: 'Tue and Thu 15:00–18:00' },
  phone: '02 0000 0000',
  email: 'sportello@rho.example',
};

describe('the desk of a hub', () => {
  test('is said whole, and what is left out is no longer said', () => {
    given(...here)
      .when(set(whole))
      .then(desk(whole));
    given(...here, desk(whole))
      .when(set({ phone: '+39 02 0000 0000' }))
      .then(desk({ phone: '+39 02 0000 0000' }));
    given(...here, desk(whole))
      .when(set({}))
      .then(desk({}));
  });

  test('said again changes nothing, wherever the hub hangs meanwhile', () => {
    given(...here)
      .when(set({}))
      .refuses(NothingToChange);
    given(...here, added(lainate, 'lainate'), desk(whole), moved(rho, march, lainate))
      .when(set(whole))
      .refuses(NothingToChange);
  });

  test.each([
    { what: 'no words', hours: { it: '' } },
    { what: 'spaces around', hours: { it: ' mar' } },
    { what: 'two lines', hours: { it: 'mar\ngio' } },
    { what: '121 characters', hours: { it: 'm'.repeat(121) } },
    { what: 'no English words', hours: { it: 'mar', en: '' } },
  ])('has no hours of $what', ({ hours }) => {
    given(...here)
      .when(set({ hours }))
      .refuses(OpeningHoursInvalid);
  });

  test('has hours of 120 characters', () => {
    const hours = { it: 'm'.repeat(120) };
    given(...here)
      .when(set({ hours }))
      .then(desk({ hours }));
  });

  test.each(['12345', '+39 02 0000 0000', '1'.repeat(25)])('has the number %s', (phone) => {
    given(...here)
      .when(set({ phone }))
      .then(desk({ phone }));
  });

  test.each(['1234', '1'.repeat(26), 'chiama', '02/0000', ' 12345', '12345 ', '++12345'])(
    'has no number %s',
    (phone) => {
      given(...here)
        .when(set({ phone }))
        .refuses(PhoneInvalid);
    },
  );

  test.each([
    'sportello',
    'a@b',
    'due@rho.example, tre@rho.example',
    '<a@rho.example>',
    'a@rho.example\nBcc: b@rho.example',
    `${'a'.repeat(243)}@rho.example`,
  ])('has no address %j', (email) => {
    given(...here)
      .when(set({ email }))
      .refuses(DeskEmailInvalid);
  });

  test('has an address of 254 characters, and another one is a change', () => {
    const email = `${'a'.repeat(242)}@rho.example`;
    given(...here, desk(whole))
      .when(set({ ...whole, email }))
      .then(desk({ ...whole, email }));
  });

  test('of an unknown hub cannot be set', () => {
    given(opened).when(set(whole)).refuses(NotFound);
  });
});

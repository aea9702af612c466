import fc from 'fast-check';

const digits = (count: number) => fc.stringMatching(new RegExp(`^[2-9][0-9]{${count - 1}}$`));
const words = (...options: string[]) => fc.constantFrom(...options);

const email = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9._+-]{0,15}[a-z0-9]$/),
    fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/),
    words('com', 'ru', 'co.uk', 'рф'),
  )
  .map(([name, host, zone]) => `${name}@${host}.${zone}`);

const phone = fc.tuple(digits(3), digits(3), digits(2), digits(2), fc.nat(6)).map(([a, b, c, d, form]) => {
  const forms = [
    `+7 (${a}) ${b}-${c}-${d}`,
    `+7${a}${b}${c}${d}`,
    `8${a}${b}${c}${d}`,
    `8-${a}-${b}-${c}-${d}`,
    `(${a}) ${b}-${c}${d}`,
    `${a}.${b}.${c}${d}`,
    `+44 20 ${a}${c[0]} ${b}${d[0]}`,
  ];
  return forms[form]!;
});

const card = fc.tuple(digits(15), words('', ' ', '-')).map(([body, gap]) => {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const counted = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`.replace(/(\d{4})(?=\d)/g, `$1${gap}`);
});

const address = fc
  .tuple(
    words('Ленина', 'Малая Бронная', '8 Марта'),
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 99 }),
    fc.nat(3),
  )
  .map(([street, house, flat, form]) => {
    const forms = [
      `ул. ${street}, д. ${house}, кв. ${flat}`,
      `улица Пушкина ${house}`,
      `${house} Old Mill Road, Apt ${flat}`,
      `Lindenallee ${house}`,
    ];
    return forms[form]!;
  });

const token = fc.oneof(
  fc.stringMatching(/^eyJ[A-Za-z0-9_-]{20,40}\.eyJ[A-Za-z0-9_-]{20,40}\.[A-Za-z0-9_-]{20,40}$/),
  fc.stringMatching(/^pk_[a-z0-9]{4,12}_[A-Za-z0-9]{20,40}$/),
);

/** Mail addresses, phone numbers, cards, street addresses and tokens in the forms people and systems write them in. */
export const plantedPersonalData = fc.oneof(email, phone, card, address, token);

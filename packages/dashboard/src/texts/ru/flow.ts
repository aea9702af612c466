import type { Texts } from '../texts.ts';

export const flow: Texts['flow'] = {
  title: 'Поток',
  graph: 'Как идут заказы',
  says: 'Число в статусе — сколько заказов там сейчас. На пути — сколько прошло и какая доля ушедших. Нажмите, чтобы увидеть их.',
  now: 'Активных сейчас',
  rework: 'Делают заново',
  'rework-says': 'Из {begun, number} начал изготовления {again, number} — повторные',
  stopped: 'Остановлены',
  came: '{count, plural, one {Сюда пришёл # заказ} few {Сюда пришли # заказа} many {Сюда пришло # заказов} other {Сюда пришло # заказа}} за это время',
  mean: 'в среднем {duration}',
  'came-short': '{count, plural, one {пришёл #} few {пришли #} many {пришло #} other {пришло #}} за это время',
  'way-name': '{from} → {to}:',
  way: '{from} → {to}: {count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}, {share} ушедших, медиана {duration}',
};

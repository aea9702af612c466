import type { Texts } from '../texts.ts';

export const words: Texts['words'] = {
  close: 'Закрыть',
  cancel: 'Отмена',
  back: 'Назад',
  nobody: 'никто',
};

export const pages: Texts['pages'] = {
  board: 'Доска',
  order: 'Заказ',
  floor: 'Цех',
  stuck: 'Застрявшие',
  'time-machine': 'Машина времени',
  durations: 'Длительности',
  'lead-times': 'Сроки',
  flow: 'Поток',
  pricing: 'Расчёт цен',
  projections: 'Проекции',
  system: 'Система',
};

export const frame: Texts['frame'] = {
  pin: 'Закрепить названия',
  unpin: 'Только значки',
  navigation: 'Страницы',
  search: 'Заказ, клиент или команда',
  theme: 'Тема',
  light: 'Светлая',
  dark: 'Тёмная',
  'as-system': 'Как в системе',
  language: 'Язык',
  shortcuts: 'Клавиши',
  reference: 'Справочник API',
  'sign-out': 'Выйти',
  'plant-time': 'Время завода, {zone}',
  'no-page': 'Такой страницы нет',
  'no-page-says': 'Адрес устарел или набран с ошибкой.',
  'to-board': 'К доске',
  skip: 'К содержанию',
};

export const freshness: Texts['freshness'] = {
  live: 'На связи',
  opening: 'Подключение',
  behind: 'Отстаёт на {age}',
  unknown: 'Свежесть неизвестна',
  stale: 'Устарело с {time}',
  'live-says': 'Показано всё, что есть в журнале; изменения приходят сами.',
  'behind-says': 'Таблицы отстают от журнала на {age}.',
  'stale-line': 'Связи нет с {time}. Показанное не новее; связь восстановится сама, набранное не потеряется.',
  'stale-says': 'Связь потеряна. Она восстановится сама; показанное не новее этого времени.',
};

export const shortcuts: Texts['shortcuts'] = {
  palette: 'Найти заказ, страницу или команду',
  next: 'Следующий заказ',
  previous: 'Предыдущий заказ',
  open: 'Открыть заказ рядом со списком, затем целиком',
  close: 'Закрыть открытое',
  find: 'Искать в списке',
  'take-next': 'В цехе: взять следующий заказ',
  'next-step': 'В цехе: следующий шаг с заказом',
  help: 'Эти клавиши',
};

export const palette: Texts['palette'] = {
  title: 'Поиск',
  field: 'Заказ, клиент, страница или команда',
  pages: 'Страницы',
  orders: 'Заказы',
  commands: 'Команды',
  'of-order': 'Заказ {order}',
  'no-order': 'Нет заказа с таким номером, внешней ссылкой или клиентом',
  'type-whole': 'Заказы ищутся по полному номеру, внешней ссылке или клиенту',
  searching: 'Ищем …',
};

export const session: Texts['session'] = {
  title: 'Вход',
  'who-are-you': 'Кто вы?',
  'development-says': 'Разработка: пароль не нужен. Этот список есть только на этой машине.',
  'find-person': 'Имя или роль',
  'no-person': 'Нет никого с таким именем или ролью',
  'oidc-says': 'Вы войдёте на {authority} и вернётесь сюда.',
  'oidc-go': 'Войти',
  'signing-in': 'Входим …',
  again: 'Сеанс закончился',
  'again-says': 'Всё, что вы набрали, на месте. Войдите, чтобы продолжить.',
  last: 'в прошлый раз',
  'as-same': 'Продолжить как {name}',
  'as-other': 'Кто-то другой',
  failed: 'Войти не получилось',
};

export const problem: Texts['problem'] = {
  unreachable: 'Нет связи',
  'unreachable-says': 'Сервер не ответил. Набранное не потеряно; попробуйте ещё раз чуть позже.',
  code: 'Код',
  correlation: 'Номер обращения',
  retry: 'Повторить',
  copy: 'Скопировать номер обращения',
  forbidden: 'Это не для вашей роли',
  'forbidden-says': 'Это видят старший смены, CRM или администратор.',
  help: {
    'cursor-invalid': 'Список изменился и начинается с первой страницы.',
    unauthorized: 'Войдите ещё раз.',
    'route-forbidden': 'Вашей роли это не показывается. Это видит старший или администратор.',
    'rate-limited': 'Подождите немного и повторите.',
  },
};

export const duration: Texts['duration'] = {
  d: '{value, number} д',
  h: '{value, number} ч',
  m: '{value, number} мин',
  s: '{value, number} с',
  ms: '{value, number} мс',
};

export const age: Texts['age'] = {
  of: 'из {limit}',
  calm: 'В пределах срока',
  warn: 'Срок близко',
  late: 'Срок прошёл',
};

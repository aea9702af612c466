import type { Texts } from '../texts.ts';

export const command: Texts['command'] = {
  SubmitOrder: 'Отправить на расчёт',
  ReviseOrder: 'Изменить спецификацию',
  AcceptQuote: 'Принять цену',
  RequestPriceRecalculation: 'Запросить новую цену',
  ApproveManufacturing: 'Запустить в производство',
  ClaimOrder: 'Взять заказ',
  ReleaseClaim: 'Вернуть заказ в очередь',
  ReassignClaim: 'Передать другому',
  StartManufacturing: 'Начать изготовление',
  FailManufacturing: 'Сообщить о браке',
  CompleteManufacturing: 'Изготовлено',
  RequireRework: 'Отправить на переделку',
  AcceptShortage: 'Принять недостачу',
  StartPackaging: 'Начать упаковку',
  CompletePackaging: 'Упаковано',
  RequestShipment: 'Вызвать перевозчика',
  ShipOrder: 'Передать получателю',
  ConfirmShipment: 'Подтвердить за перевозчика',
  DeclineShipment: 'Отказать за перевозчика',
  ConfirmDelivery: 'Подтвердить доставку',
  CloseOrder: 'Закрыть заказ',
  RequestReturn: 'Оформить возврат',
  ReceiveReturn: 'Принять возврат',
  DeclineReturn: 'Отказать в возврате',
  RecordPayment: 'Записать оплату',
  RecordRefund: 'Записать возврат денег',
  ChangeDueDate: 'Изменить срок',
  ChangePriority: 'Изменить приоритет',
  AddNote: 'Добавить заметку',
  RecordCorrection: 'Исправить событие',
  DeclineCancellation: 'Отказать в отмене',
  RequestCancellation: 'Попросить об отмене',
  ResumeOrder: 'Возобновить',
  ResolveError: 'Устранить ошибку',
  HoldOrder: 'Приостановить',
  ReportError: 'Сообщить об ошибке',
  CancelOrder: 'Отменить заказ',
  EraseCustomerData: 'Стереть данные клиента',
};

export const danger: Texts['danger'] = {
  CancelOrder:
    'Отменить заказ {order}? {made, plural, =0 {Ещё ничего не изготовлено.} one {Изготовлена # деталь из {ordered}.} few {Изготовлено # детали из {ordered}.} many {Изготовлено # деталей из {ordered}.} other {Изготовлено # детали из {ordered}.}} Отменённый заказ остаётся отменённым.',
  ReportError:
    'Перевести заказ {order} в ошибку? Никто не сможет с ним работать, пока её не устранит эксплуатация или руководитель CRM.',
  EraseCustomerData:
    'Стереть тексты клиента заказа {order}? Все заметки и пояснения к заказам этого клиента будут уничтожены навсегда.',
};

export const commandGroup: Texts['commandGroup'] = {
  on: 'Дальше',
  claim: 'Кто работает',
  money: 'Деньги',
  terms: 'Условия и заметки',
  stop: 'Остановить',
};

export const whyNot: Texts['whyNot'] = {
  held: 'заказ приостановлен: сначала возобновите его',
  frozen: 'заказ в ошибке: сначала её нужно устранить',
  'order-full': 'в заказе уже столько событий, сколько может быть',
  'not-claimed': 'сначала возьмите заказ',
  'repack-not-due': 'упаковать снова можно только после отказа перевозчика',
  'returned-before': 'закрытый заказ возвращают один раз',
  role: 'могут: {roles}',
  'role-nobody': 'не для ваших ролей при этом состоянии заказа',
  status: 'в состоянии: {statuses}',
  'status-more':
    'в состоянии: {statuses} и ещё в {more, plural, one {# состоянии} few {# состояниях} many {# состояниях} other {# состояниях}}',
  payment: 'только после оплаты: оплачено {paid} из {due}',
  unsettled: 'только после расчёта: оплачено {paid} из {due}',
  paid: 'оплачено {paid}: сначала верните деньги',
  claimed: 'заказ у {operator}',
  'quote-expired': 'цена действовала до {until}: запросите новую',
  'quote-valid': 'цена действует до {until}',
};

export const fault: Texts['fault'] = {
  required: 'Это нужно заполнить.',
  whole: 'Здесь нужно число.',
  amount: 'Здесь нужна сумма, например {example}.',
  time: 'Такого времени нет.',
  form: 'Только буквы, цифры и . _ : / # № + -, пробелы внутри по одному.',
  least: 'Не меньше {bound, number}.',
  most: 'Не больше {bound, number}.',
  long: 'Не больше {bound, number} знаков.',
};

export const role: Texts['role'] = {
  partner: 'партнёр',
  'store-service': 'магазин',
  'crm-service': 'CRM',
  'crm-agent': 'менеджеры CRM',
  'crm-supervisor': 'руководители CRM',
  'crm-warehouse': 'склад',
  'mes-operator': 'операторы',
  'mes-packer': 'упаковщики',
  'mes-quality': 'контроль качества',
  'mes-lead': 'старшие смены',
  'carrier-adapter': 'перевозчик',
  'pricing-worker': 'расчёт цен',
  'manufacturing-worker': 'планирование',
  'claim-keeper': 'учёт занятых заказов',
  'process-manager': 'автоматика',
  ops: 'эксплуатация',
  analyst: 'аналитики',
  admin: 'администраторы',
};

export const conflict: Texts['conflict'] = {
  title: '{about} тем временем изменился',
  says: '«{name}» не выполнено: заказ уже не такой, каким вы его видели. С тех пор:',
  'all-the-same': '{name} всё равно',
  'no-more': 'Заказ этого уже не принимает.',
  rest: '{count, plural, one {Изменился ещё # заказ: о нём спросим следом.} few {Изменились ещё # заказа: о них спросим следом.} many {Изменились ещё # заказов: о них спросим следом.} other {Изменились ещё # заказа: о них спросим следом.}}',
  'leave-all': 'Оставить все как есть ({count, number})',
};

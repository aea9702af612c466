import type { Texts } from '../texts.ts';

export const status: Texts['status'] = {
  INITIATED: 'Черновик',
  FILE_UPLOADED: 'Модель загружена',
  SUBMITTED: 'Ждёт расчёта цены',
  PRICE_CALCULATION_STARTED: 'Цена считается',
  PRICE_CALCULATED: 'Цена предложена',
  REJECTED: 'Отклонён',
  WAITING_PAYMENT: 'Ждёт оплаты',
  MANUFACTURING_APPROVED: 'Готов к работе',
  MANUFACTURING_STARTED: 'В производстве',
  MANUFACTURING_FAILED: 'Брак',
  REWORK_REQUIRED: 'Нужна переделка',
  MANUFACTURING_COMPLETED: 'Изготовлен',
  PACKAGING_STARTED: 'Упаковывается',
  PACKAGING_COMPLETED: 'Упакован',
  WAITING_SHIPMENT_CONFIRMATION: 'Ждёт перевозчика',
  SHIPPED: 'Отправлен',
  DELIVERED: 'Доставлен',
  CLOSED: 'Закрыт',
  CANCELLED: 'Отменён',
  RETURN_REQUESTED: 'Ждём возврат',
  RETURNED: 'Возвращён',
  ON_HOLD: 'Приостановлен',
  ERROR: 'Ошибка',
};

export const priority: Texts['priority'] = {
  LOW: 'Низкий',
  NORMAL: 'Обычный',
  HIGH: 'Высокий',
  URGENT: 'Срочный',
};

export const owner: Texts['owner'] = {
  store: 'Магазин',
  CRM: 'CRM',
  MES: 'MES',
  carrier: 'Перевозчик',
  partner: 'Партнёр',
};

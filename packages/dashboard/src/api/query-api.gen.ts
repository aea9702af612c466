// Made by `npm run docs` from the API's OpenAPI document.
export interface paths {
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** orders, by page */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** one order with its durations, its price and what this caller may do next */
        get: operations["readOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** the events of an order: who, why, when, from where to where */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** the visits of an order, with time on hold and in error */
        get: operations["readStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** every command that this caller could be granted, whether it may be sent now, and why not */
        get: operations["readProspects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** how far the price of an order is: place in the queue, progress, estimate */
        get: operations["readPricing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** how the model of an order looks: a small mesh of it, with the faces at fault marked; see upload-api */
        get: operations["readPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/preview/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** where the faces are for which the measure of an order refuses it: walls too thin; the preview has the others */
        get: operations["readMarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** events as they come (server-sent events), resumable by Last-Event-ID */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** how many orders stand where, and the oldest of each status */
        get: operations["readBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** the edges that orders took, with rates and times; the last 30 days unless asked otherwise */
        get: operations["readFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/durations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** how long orders take from any status to any other, over all history */
        get: operations["readDurations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lead-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** the named lead times */
        get: operations["readLeadTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shop-floor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** the queue of the shop floor: what is ready, what is claimed and by whom */
        get: operations["readShopFloor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** calculations of prices: what runs and how far it is, what waits, lanes, slots, what died */
        get: operations["readPricingWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** active orders that are past their limit, each with a verdict and what it rests on; the longest past first */
        get: operations["listStuck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/diagnosis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** why an order stands where it stands, whether it is past its limit or not */
        get: operations["readDiagnosis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/incident": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** everything about an order in one file: events, jobs, messages, spans, logs, programs, verdict; masked */
        get: operations["readIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** how far the tables are behind the ledger */
        get: operations["readProjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** every process with its checks, followers of the ledger, queues, lanes, and orders that are parked */
        get: operations["readSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** what the web page has to know, and how people sign in */
        get: operations["readPageSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** for development: a token of one of the people that the page may be used as */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** this document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description this document */
                200: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description not HTTP that can be read, or not in the form that is asked for. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
                400: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the request did not arrive in time. Codes: `request-timeout` */
                408: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description more than is taken. Codes: `body-too-large` */
                413: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
                417: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
                431: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** this document for people */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description this document for people */
                200: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": unknown;
                    };
                };
                /** @description not HTTP that can be read, or not in the form that is asked for. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
                400: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the request did not arrive in time. Codes: `request-timeout` */
                408: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description more than is taken. Codes: `body-too-large` */
                413: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
                417: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
                431: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** what the page for people is made of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description what the page for people is made of */
                200: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description not HTTP that can be read, or not in the form that is asked for. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
                400: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description what the page for people is made of */
                404: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description the request did not arrive in time. Codes: `request-timeout` */
                408: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description more than is taken. Codes: `body-too-large` */
                413: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
                417: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
                431: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** alive */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description alive */
                200: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description not HTTP that can be read, or not in the form that is asked for. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
                400: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the request did not arrive in time. Codes: `request-timeout` */
                408: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description more than is taken. Codes: `body-too-large` */
                413: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
                417: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
                431: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** ready for requests */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description ready for requests */
                200: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description not HTTP that can be read, or not in the form that is asked for. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
                400: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the request did not arrive in time. Codes: `request-timeout` */
                408: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description more than is taken. Codes: `body-too-large` */
                413: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
                417: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
                431: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description ready for requests */
                503: {
                    headers: {
                        "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                        "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        OrderList: {
            orders: {
                /** Format: uuid */
                order_id: string;
                /** @enum {string} */
                status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description the status, or CALCULATION_IN_PROGRESS from the submission until there is a price */
                display_status: string;
                /** @description RFC 3339, UTC */
                status_entered_at: string;
                /** @description neither CLOSED, CANCELLED nor REJECTED */
                is_active: boolean;
                /** @description RFC 3339, UTC */
                created_at: string;
                /** @description when the last event was recorded */
                updated_at: string;
                event_version: number;
                status_version: number;
                /** @description microseconds of the creation; never changes */
                sort_key?: number;
                /**
                 * @description the status that the work is in; on hold and in error the one that was struck
                 * @enum {string}
                 */
                stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description RFC 3339, UTC */
                stage_entered_at?: string;
                /** @description net of holds and errors; null once the order is not active */
                current_stage_duration_ms?: number | null;
                /** @description when the present hold or error began */
                frozen_since?: string | null;
                /**
                 * @description the system that is accountable now
                 * @enum {string}
                 */
                owner?: "store" | "CRM" | "MES";
                claim?: {
                    operator: string;
                    /** @description work commands send it; absent with as_of */
                    fence_token?: number;
                    /** @description RFC 3339, UTC */
                    claimed_at?: string;
                } | null;
                partner_id?: string | null;
                customer_ref?: string;
                external_ref?: string | null;
                channel?: string;
                delivery_method?: string | null;
                material?: string | null;
                process?: string | null;
                finishing?: string | null;
                quantity?: number | null;
                price?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                paid?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                };
                /** @description null where no refund is in question */
                refund_due?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description how what is paid fits to what is owed; null: not known yet of an order from before this was told */
                settlement?: ("settled" | "underpaid" | "overpaid" | "over-refunded") | null;
                /** @description by how much it does not fit */
                settlement_amount?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description settled by a correction of one of both events (record-correction, by a crm.supervisor) */
                needs_person?: {
                    /** @constant */
                    reason: "PARCEL_OF_CANCELLED_ORDER";
                    /** @description the cancellation, and what the carrier said last */
                    events: {
                        event_version: number;
                        /** @enum {string} */
                        type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
                        /** @description why it was cancelled; what the carrier said */
                        code: string;
                        /** @description RFC 3339, UTC */
                        occurred_at: string;
                        /** @description RFC 3339, UTC */
                        recorded_at: string;
                    }[];
                } | null;
                /** @enum {string} */
                priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                due_at?: string | null;
                overdue?: boolean;
                manufacturing_attempt?: number;
                price_attempt?: number;
                planned_finish_at?: string | null;
                /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
                stale?: boolean;
                /** @description why; staff only */
                stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
            }[];
            next_cursor: string | null;
            prev_cursor: string | null;
            /** @description only where asked for */
            total?: number;
            /** @description true: there are more than total */
            total_is_more?: boolean;
            /** @description RFC 3339, UTC */
            as_of?: string;
            /** @description false: events recorded by then may still come in */
            as_of_settled?: boolean;
        };
        OrderDetail: {
            /** Format: uuid */
            order_id: string;
            /** @enum {string} */
            status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            /** @description the status, or CALCULATION_IN_PROGRESS from the submission until there is a price */
            display_status: string;
            /** @description RFC 3339, UTC */
            status_entered_at: string;
            /** @description neither CLOSED, CANCELLED nor REJECTED */
            is_active: boolean;
            /** @description RFC 3339, UTC */
            created_at: string;
            /** @description when the last event was recorded */
            updated_at: string;
            event_version: number;
            status_version: number;
            /** @description microseconds of the creation; never changes */
            sort_key?: number;
            /**
             * @description the status that the work is in; on hold and in error the one that was struck
             * @enum {string}
             */
            stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            /** @description RFC 3339, UTC */
            stage_entered_at?: string;
            /** @description net of holds and errors; null once the order is not active */
            current_stage_duration_ms?: number | null;
            /** @description when the present hold or error began */
            frozen_since?: string | null;
            /**
             * @description the system that is accountable now
             * @enum {string}
             */
            owner?: "store" | "CRM" | "MES";
            claim?: {
                operator: string;
                /** @description work commands send it; absent with as_of */
                fence_token?: number;
                /** @description RFC 3339, UTC */
                claimed_at?: string;
            } | null;
            partner_id?: string | null;
            customer_ref?: string;
            external_ref?: string | null;
            channel?: string;
            delivery_method?: string | null;
            material?: string | null;
            process?: string | null;
            finishing?: string | null;
            quantity?: number | null;
            price?: {
                /** @description minor units */
                amount: number;
                currency: string;
            } | null;
            paid?: {
                /** @description minor units */
                amount: number;
                currency: string;
            };
            /** @description null where no refund is in question */
            refund_due?: {
                /** @description minor units */
                amount: number;
                currency: string;
            } | null;
            /** @description how what is paid fits to what is owed; null: not known yet of an order from before this was told */
            settlement?: ("settled" | "underpaid" | "overpaid" | "over-refunded") | null;
            /** @description by how much it does not fit */
            settlement_amount?: {
                /** @description minor units */
                amount: number;
                currency: string;
            } | null;
            /** @description settled by a correction of one of both events (record-correction, by a crm.supervisor) */
            needs_person?: {
                /** @constant */
                reason: "PARCEL_OF_CANCELLED_ORDER";
                /** @description the cancellation, and what the carrier said last */
                events: {
                    event_version: number;
                    /** @enum {string} */
                    type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
                    /** @description why it was cancelled; what the carrier said */
                    code: string;
                    /** @description RFC 3339, UTC */
                    occurred_at: string;
                    /** @description RFC 3339, UTC */
                    recorded_at: string;
                }[];
            } | null;
            /** @enum {string} */
            priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
            due_at?: string | null;
            overdue?: boolean;
            manufacturing_attempt?: number;
            price_attempt?: number;
            planned_finish_at?: string | null;
            /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
            stale?: boolean;
            /** @description why; staff only */
            stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
            /** @description the edges for this status and this caller; conditions are not evaluated */
            allowed_transitions: {
                command: string;
                /** @enum {string} */
                to: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            }[];
            durations: {
                [key: string]: {
                    /** @description RFC 3339, UTC */
                    from_at: string;
                    /** @description RFC 3339, UTC */
                    to_at: string;
                    /** @description milliseconds */
                    wall_ms: number;
                    /** @description milliseconds */
                    held_ms: number;
                    /** @description milliseconds */
                    errored_ms: number;
                    /** @description wall less held and errored */
                    net_ms: number;
                }[];
            };
            /** @description null while not over */
            lead_times: {
                [key: string]: number | null;
            };
            quote?: ({
                quote_version: number;
                price: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                };
                breakdown: {
                    line: string;
                    amount: {
                        /** @description minor units */
                        amount: number;
                        currency: string;
                    };
                }[];
                /** @description RFC 3339, UTC */
                valid_until: string;
                due_before_production: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                };
                /** @description what may spoil the part: a line WAIVED_RISK of the breakdown pays for it, and whoever accepts the price takes it on by naming its reason in accepts_risk (AcceptQuote, ApproveManufacturing); else the order is revised */
                risk?: {
                    /** @enum {string} */
                    reason: "WALL_TOO_THIN";
                    advice: {
                        code: string;
                        name: string;
                        help: string;
                    }[];
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            }) | null;
            rejection?: ({
                reason: string;
                advice: {
                    code: string;
                    name: string;
                    help: string;
                }[];
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description absent for carriers */
            pieces?: {
                ordered: number;
                /** @description of which the customer does without these, for a credit */
                short: number;
                /** @description of what was owed, as many as were there when the parcels left */
                shipped: number;
                /** @description good ones of all attempts, as corrected; staff only, as all that follows */
                made?: number;
                /** @description of those made */
                rejected?: number;
                scrapped?: number;
                /** @description owed, and not there */
                to_make?: number;
            };
            /** @description milliseconds */
            held_ms?: number;
            /** @description milliseconds */
            errored_ms?: number;
            held_from?: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            error_from?: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            return_from?: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            /** @description the open ones */
            holds?: {
                hold_id: string;
                reason: string;
                side: string;
            }[];
            carriers?: string[];
            work_centre?: string | null;
            planned_start_at?: string | null;
            last_event_type?: string;
            correlation_id?: string;
            /** @description RFC 3339, UTC */
            as_of?: string;
            /** @description false: events recorded by then may still come in */
            as_of_settled?: boolean;
        };
        Timeline: {
            /** Format: uuid */
            order_id: string;
            /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
            stale?: boolean;
            /** @description why; staff only */
            stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
            events: {
                event_version: number;
                status_version: number;
                /** @enum {string} */
                type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
                from: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
                /** @description null for facts, which do not change the status */
                to: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
                /**
                 * @description the status after the event
                 * @enum {string}
                 */
                status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @enum {string} */
                system: "store" | "CRM" | "MES" | "carrier" | "partner";
                /** @description RFC 3339, UTC */
                occurred_at: string;
                /** @description RFC 3339, UTC */
                recorded_at: string;
                /** @description the code that says why */
                reason: string | null;
                data: {
                    [key: string]: unknown;
                };
                /** @description names of the fields of data */
                changed: string[];
                /** @description to others than staff that of their own requests only */
                correlation_id?: string;
                /** Format: uuid */
                event_id?: string;
                /** @description staff only, as all that follows */
                actor?: {
                    id: string;
                    kind: string;
                    roles: string[];
                    partner_id?: string;
                    on_behalf_of?: string;
                };
                /** @description free texts that belong to the event; command-api shows them: /v1/orders/{order_id}/events/{event_version}/texts */
                texts?: {
                    field: string;
                    ref: string;
                }[];
                causation_id?: string;
                trace_id?: string | null;
                /** @description how far the ledger was read when the tables got the event; that of others where it came late */
                position?: string;
            }[];
            /** @description event_version for `after`, where there are more events */
            next_after: number | null;
            /** @description RFC 3339, UTC */
            as_of?: string;
            /** @description false: events recorded by then may still come in */
            as_of_settled?: boolean;
        };
        Stages: {
            /** Format: uuid */
            order_id: string;
            /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
            stale?: boolean;
            /** @description why; staff only */
            stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
            stages: {
                /** @enum {string} */
                status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description 1 for the first visit of this status */
                visit: number;
                /** @description RFC 3339, UTC */
                entered_at: string;
                left_at: string | null;
                next: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
                entered_version: number;
                left_version: number | null;
                /** @description of an open visit until now (as_of: until then) */
                wall_ms: number;
                /** @description milliseconds */
                held_ms: number;
                /** @description milliseconds */
                errored_ms: number;
                /** @description milliseconds */
                net_ms: number;
                attempts: {
                    attempt: number;
                    /** @description RFC 3339, UTC */
                    started_at: string;
                }[];
            }[];
            /** @description RFC 3339, UTC */
            as_of?: string;
            /** @description false: events recorded by then may still come in */
            as_of_settled?: boolean;
        };
        Prospects: {
            /** Format: uuid */
            order_id: string;
            event_version: number;
            status_version: number;
            /** @enum {string} */
            status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            prospects: {
                command: string;
                /** @description where it leads from here; null: it changes no status, or has no way from here */
                to: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
                /** @description null: it may be sent, and what else is asked depends on its body */
                obstacle: {
                    /** @description as in the refusal that sending it would get */
                    code: string;
                    /** @description of a condition: what it found */
                    text: string | null;
                } | null;
                /** @description roles, and partner: each alone may send it now, by the graph */
                by: string[];
                /** @description of the body's `reason`: those that this caller may give; null: all that the command has */
                reasons: string[] | null;
                /** @description in which statuses the graph has it */
                from: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR")[];
            }[];
        };
        Pricing: {
            /** Format: uuid */
            order_id: string;
            /** @enum {string} */
            status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            display_status: string;
            price_attempt: number;
            price: {
                /** @description minor units */
                amount: number;
                currency: string;
            } | null;
            rejection: ({
                reason: string;
                advice: {
                    code: string;
                    name: string;
                    help: string;
                }[];
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description null before the pricing has heard of the order */
            job: {
                state: string;
                lane: string;
                /** @description 1 is next */
                queue_position: number | null;
                /** @description of the calculation itself */
                estimate_s: {
                    p50: number;
                    p95: number;
                };
                /** @description RFC 3339, UTC */
                queued_at: string;
                taken_at: string | null;
                finished_at: string | null;
                phase: string | null;
                percent: number | null;
                /** @description workers that were lost over it; staff only */
                deaths?: number;
            } | null;
        };
        /** Format: binary */
        Preview: string;
        Marks: {
            /** Format: uuid */
            order_id: string;
            marks: {
                /** @description of the fault */
                code: string;
                /** @description as the rejection lists them */
                faces: number[];
                /** @description nine coordinates a face, in units of the file */
                corners: number[];
            }[];
        };
        StreamedEvent: {
            /** Format: uuid */
            order_id: string;
            partner_id?: string | null;
            /** @enum {string} */
            owner?: "store" | "CRM" | "MES";
            claim_operator?: string | null;
            priority?: string;
            due_at?: string | null;
            event_version: number;
            status_version: number;
            /** @enum {string} */
            type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
            from: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            /** @description null for facts, which do not change the status */
            to: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            /**
             * @description the status after the event
             * @enum {string}
             */
            status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            /** @enum {string} */
            system: "store" | "CRM" | "MES" | "carrier" | "partner";
            /** @description RFC 3339, UTC */
            occurred_at: string;
            /** @description RFC 3339, UTC */
            recorded_at: string;
            /** @description the code that says why */
            reason: string | null;
            data: {
                [key: string]: unknown;
            };
            /** @description names of the fields of data */
            changed: string[];
            /** @description to others than staff that of their own requests only */
            correlation_id?: string;
            /** Format: uuid */
            event_id?: string;
            /** @description staff only, as all that follows */
            actor?: {
                id: string;
                kind: string;
                roles: string[];
                partner_id?: string;
                on_behalf_of?: string;
            };
            /** @description free texts that belong to the event; command-api shows them: /v1/orders/{order_id}/events/{event_version}/texts */
            texts?: {
                field: string;
                ref: string;
            }[];
            causation_id?: string;
            trace_id?: string | null;
            /** @description how far the ledger was read when the tables got the event; that of others where it came late */
            position?: string;
        };
        Board: {
            statuses: {
                /** @enum {string} */
                status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                count: number;
                /** @description active statuses only */
                oldest_since: string | null;
                oldest_order_id: string | null;
                /** @description seconds that an order may stay there before it counts as stuck, as it is today; null: it has ended */
                limit_s: number | null;
            }[];
            active: number;
            /** @description orders whose money does not fit, final ones too; not with as_of */
            settlement?: {
                underpaid: number;
                overpaid: number;
                "over-refunded": number;
            };
            /** @description orders that a person must decide on; not with as_of */
            needs_person?: number;
            /** @description RFC 3339, UTC */
            as_of?: string;
            /** @description false: events recorded by then may still come in */
            as_of_settled?: boolean;
        };
        Flow: {
            /** @description RFC 3339, UTC */
            since: string;
            /** @description RFC 3339, UTC */
            until: string;
            /** @description every pair of statuses that is legal, taken or not */
            graph: {
                /** @enum {string} */
                from: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @enum {string} */
                to: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /**
                 * @description way: onward, or back; hold, error: into it or out of it; cancel: to the end
                 * @enum {string}
                 */
                kind: "way" | "hold" | "error" | "cancel";
            }[];
            /** @description how much is made again */
            rework: {
                /** @description how often manufacturing began in this time, at whatever attempt */
                begun: number;
                /** @description of which after a failure, or to rework */
                again: number;
            };
            edges: {
                /** @description NONE for the creation */
                from: string;
                /** @enum {string} */
                to: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                count: number;
                /** @description share of all that left `from` in this time */
                rate: number;
                mean_dwell_ms: number | null;
                /** @description null for holds and errors, which do not end a visit */
                median_dwell_ms: number | null;
            }[];
        };
        Durations: {
            /** @enum {string} */
            from: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            /** @enum {string} */
            to: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            /** @enum {string} */
            from_pick: "first" | "last";
            /** @enum {string} */
            to_pick: "first" | "last";
            measure: string;
            group_by: string | null;
            groups: {
                group?: string | null;
                orders: number;
                /** @description milliseconds */
                mean_ms: number;
                /** @description milliseconds */
                min_ms: number;
                /** @description milliseconds */
                max_ms: number;
                /** @description by percentile */
                percentiles_ms: {
                    [key: string]: number;
                };
                /** @description share of the orders within target_s */
                within_target?: number | null;
            }[];
        };
        LeadTimes: {
            lead_times: {
                /** @enum {string} */
                name: "customer" | "customer_from_submission" | "internal" | "internal_with_delivery" | "manufacturing" | "pricing" | "fulfilment";
                /** @enum {string} */
                from: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @enum {string} */
                to: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                measure: string;
                /** @description empty where no order has gone this way yet */
                statistics: {
                    group?: string | null;
                    orders: number;
                    /** @description milliseconds */
                    mean_ms: number;
                    /** @description milliseconds */
                    min_ms: number;
                    /** @description milliseconds */
                    max_ms: number;
                    /** @description by percentile */
                    percentiles_ms: {
                        [key: string]: number;
                    };
                    /** @description share of the orders within target_s */
                    within_target?: number | null;
                }[];
            }[];
        };
        ShopFloor: {
            /** @description whether an order could be given to this caller, by his roles */
            may_claim: boolean;
            /** @description best first, as "next for me" takes them */
            ready: {
                /** Format: uuid */
                order_id: string;
                /** @enum {string} */
                status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description the status, or CALCULATION_IN_PROGRESS from the submission until there is a price */
                display_status: string;
                /** @description RFC 3339, UTC */
                status_entered_at: string;
                /** @description neither CLOSED, CANCELLED nor REJECTED */
                is_active: boolean;
                /** @description RFC 3339, UTC */
                created_at: string;
                /** @description when the last event was recorded */
                updated_at: string;
                event_version: number;
                status_version: number;
                /** @description microseconds of the creation; never changes */
                sort_key?: number;
                /**
                 * @description the status that the work is in; on hold and in error the one that was struck
                 * @enum {string}
                 */
                stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description RFC 3339, UTC */
                stage_entered_at?: string;
                /** @description net of holds and errors; null once the order is not active */
                current_stage_duration_ms?: number | null;
                /** @description when the present hold or error began */
                frozen_since?: string | null;
                /**
                 * @description the system that is accountable now
                 * @enum {string}
                 */
                owner?: "store" | "CRM" | "MES";
                claim?: {
                    operator: string;
                    /** @description work commands send it; absent with as_of */
                    fence_token?: number;
                    /** @description RFC 3339, UTC */
                    claimed_at?: string;
                } | null;
                partner_id?: string | null;
                customer_ref?: string;
                external_ref?: string | null;
                channel?: string;
                delivery_method?: string | null;
                material?: string | null;
                process?: string | null;
                finishing?: string | null;
                quantity?: number | null;
                price?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                paid?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                };
                /** @description null where no refund is in question */
                refund_due?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description how what is paid fits to what is owed; null: not known yet of an order from before this was told */
                settlement?: ("settled" | "underpaid" | "overpaid" | "over-refunded") | null;
                /** @description by how much it does not fit */
                settlement_amount?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description settled by a correction of one of both events (record-correction, by a crm.supervisor) */
                needs_person?: {
                    /** @constant */
                    reason: "PARCEL_OF_CANCELLED_ORDER";
                    /** @description the cancellation, and what the carrier said last */
                    events: {
                        event_version: number;
                        /** @enum {string} */
                        type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
                        /** @description why it was cancelled; what the carrier said */
                        code: string;
                        /** @description RFC 3339, UTC */
                        occurred_at: string;
                        /** @description RFC 3339, UTC */
                        recorded_at: string;
                    }[];
                } | null;
                /** @enum {string} */
                priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                due_at?: string | null;
                overdue?: boolean;
                manufacturing_attempt?: number;
                price_attempt?: number;
                planned_finish_at?: string | null;
                /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
                stale?: boolean;
                /** @description why; staff only */
                stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
            }[];
            /** @description longest held first */
            claimed: {
                /** Format: uuid */
                order_id: string;
                /** @enum {string} */
                status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description the status, or CALCULATION_IN_PROGRESS from the submission until there is a price */
                display_status: string;
                /** @description RFC 3339, UTC */
                status_entered_at: string;
                /** @description neither CLOSED, CANCELLED nor REJECTED */
                is_active: boolean;
                /** @description RFC 3339, UTC */
                created_at: string;
                /** @description when the last event was recorded */
                updated_at: string;
                event_version: number;
                status_version: number;
                /** @description microseconds of the creation; never changes */
                sort_key?: number;
                /**
                 * @description the status that the work is in; on hold and in error the one that was struck
                 * @enum {string}
                 */
                stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description RFC 3339, UTC */
                stage_entered_at?: string;
                /** @description net of holds and errors; null once the order is not active */
                current_stage_duration_ms?: number | null;
                /** @description when the present hold or error began */
                frozen_since?: string | null;
                /**
                 * @description the system that is accountable now
                 * @enum {string}
                 */
                owner?: "store" | "CRM" | "MES";
                claim?: {
                    operator: string;
                    /** @description work commands send it; absent with as_of */
                    fence_token?: number;
                    /** @description RFC 3339, UTC */
                    claimed_at?: string;
                } | null;
                partner_id?: string | null;
                customer_ref?: string;
                external_ref?: string | null;
                channel?: string;
                delivery_method?: string | null;
                material?: string | null;
                process?: string | null;
                finishing?: string | null;
                quantity?: number | null;
                price?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                paid?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                };
                /** @description null where no refund is in question */
                refund_due?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description how what is paid fits to what is owed; null: not known yet of an order from before this was told */
                settlement?: ("settled" | "underpaid" | "overpaid" | "over-refunded") | null;
                /** @description by how much it does not fit */
                settlement_amount?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description settled by a correction of one of both events (record-correction, by a crm.supervisor) */
                needs_person?: {
                    /** @constant */
                    reason: "PARCEL_OF_CANCELLED_ORDER";
                    /** @description the cancellation, and what the carrier said last */
                    events: {
                        event_version: number;
                        /** @enum {string} */
                        type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
                        /** @description why it was cancelled; what the carrier said */
                        code: string;
                        /** @description RFC 3339, UTC */
                        occurred_at: string;
                        /** @description RFC 3339, UTC */
                        recorded_at: string;
                    }[];
                } | null;
                /** @enum {string} */
                priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                due_at?: string | null;
                overdue?: boolean;
                manufacturing_attempt?: number;
                price_attempt?: number;
                planned_finish_at?: string | null;
                /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
                stale?: boolean;
                /** @description why; staff only */
                stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
            }[];
            operators: {
                operator: string;
                orders: number;
                /** @description RFC 3339, UTC */
                oldest_claim_at: string;
            }[];
        };
        PricingWork: {
            lanes: {
                lane: string;
                queued: number;
                running: number;
                /** @description seconds of work that wait, for one slot */
                queued_s: number;
                oldest_queued_at: string | null;
            }[];
            /** @description of the workers that gave a sign of life within a minute */
            slots: {
                workers: number;
                slots: number;
                /** @description calculations at once in all; null: as many as there are slots */
                max_running: number | null;
            };
            /** @description orders of the last 24 hours that have their price or refusal */
            shares: {
                orders: number;
                /** @description of these, whose measure was known already */
                known: number;
                /** @description of these, who waited for another order's calculation */
                shared: number;
            };
            /** @description running ones first, then those that wait, the next of each lane first */
            jobs: {
                /** Format: uuid */
                job_id: string;
                /** @enum {string} */
                state: "RUNNING" | "QUEUED";
                lane: string;
                /** @description in its lane; 1 is next */
                queue_position: number | null;
                /** @description of the calculation itself */
                estimate_s: {
                    p50: number;
                    p95: number;
                };
                /** @description RFC 3339, UTC */
                queued_at: string;
                taken_at: string | null;
                phase: string | null;
                percent: number | null;
                /** @description workers that were lost over it */
                deaths: number;
                /** @description attempts that something around it prevented */
                infra_failures: number;
                /** @description until when it waits for its next attempt */
                not_before: string | null;
                lease_expires_at: string | null;
                /** @description when its worker last gave a sign of life */
                renewed_at: string | null;
                /** @description that wait for it, the one that has waited longest first */
                orders: string[];
            }[];
            /** @description not tried any more until the error of an order is resolved; the latest first */
            dead: {
                /** Format: uuid */
                job_id: string;
                lane: string;
                code: string;
                detail: string | null;
                deaths: number;
                finished_at: string | null;
                /** @description that wait for it, the one that has waited longest first */
                orders: string[];
            }[];
            /** @description the first of each job, as lists show it; one that the tables lack is not there */
            orders: {
                /** Format: uuid */
                order_id: string;
                /** @enum {string} */
                status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description the status, or CALCULATION_IN_PROGRESS from the submission until there is a price */
                display_status: string;
                /** @description RFC 3339, UTC */
                status_entered_at: string;
                /** @description neither CLOSED, CANCELLED nor REJECTED */
                is_active: boolean;
                /** @description RFC 3339, UTC */
                created_at: string;
                /** @description when the last event was recorded */
                updated_at: string;
                event_version: number;
                status_version: number;
                /** @description microseconds of the creation; never changes */
                sort_key?: number;
                /**
                 * @description the status that the work is in; on hold and in error the one that was struck
                 * @enum {string}
                 */
                stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description RFC 3339, UTC */
                stage_entered_at?: string;
                /** @description net of holds and errors; null once the order is not active */
                current_stage_duration_ms?: number | null;
                /** @description when the present hold or error began */
                frozen_since?: string | null;
                /**
                 * @description the system that is accountable now
                 * @enum {string}
                 */
                owner?: "store" | "CRM" | "MES";
                claim?: {
                    operator: string;
                    /** @description work commands send it; absent with as_of */
                    fence_token?: number;
                    /** @description RFC 3339, UTC */
                    claimed_at?: string;
                } | null;
                partner_id?: string | null;
                customer_ref?: string;
                external_ref?: string | null;
                channel?: string;
                delivery_method?: string | null;
                material?: string | null;
                process?: string | null;
                finishing?: string | null;
                quantity?: number | null;
                price?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                paid?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                };
                /** @description null where no refund is in question */
                refund_due?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description how what is paid fits to what is owed; null: not known yet of an order from before this was told */
                settlement?: ("settled" | "underpaid" | "overpaid" | "over-refunded") | null;
                /** @description by how much it does not fit */
                settlement_amount?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description settled by a correction of one of both events (record-correction, by a crm.supervisor) */
                needs_person?: {
                    /** @constant */
                    reason: "PARCEL_OF_CANCELLED_ORDER";
                    /** @description the cancellation, and what the carrier said last */
                    events: {
                        event_version: number;
                        /** @enum {string} */
                        type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
                        /** @description why it was cancelled; what the carrier said */
                        code: string;
                        /** @description RFC 3339, UTC */
                        occurred_at: string;
                        /** @description RFC 3339, UTC */
                        recorded_at: string;
                    }[];
                } | null;
                /** @enum {string} */
                priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                due_at?: string | null;
                overdue?: boolean;
                manufacturing_attempt?: number;
                price_attempt?: number;
                planned_finish_at?: string | null;
                /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
                stale?: boolean;
                /** @description why; staff only */
                stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
            }[];
        };
        StuckOrders: {
            stuck: {
                /** Format: uuid */
                order_id: string;
                status: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
                /** @description the status that the work is in; a hold or an error does not change it */
                stage: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
                /** @description since when it is the turn of whoever has it */
                since: string | null;
                /** @description seconds since then */
                waits_s: number | null;
                /** @description seconds that it may take */
                limit_s: number | null;
                limit_from: ("configuration" | "p95" | "default") | null;
                /** @description past its limit, or parked */
                stuck: boolean;
                text: string;
                /** @description what the sentence names, for who says it in other words: `_s` seconds, `_at` times, `_status` statuses */
                facts: {
                    [key: string]: string | number;
                };
                /** @description what helps; null: time, or whoever may act */
                help: string | null;
                /** @description what else was found */
                also: {
                    /** @enum {string} */
                    verdict: "ledger-away" | "read-side-behind" | "parked" | "in-error" | "on-hold" | "process-away" | "dependency-away" | "dead-letter" | "event-late" | "event-missing" | "job-missing" | "in-queue" | "work-slow" | "waiting-for-carrier" | "waiting-for-person" | "clocks-apart" | "unknown";
                    /**
                     * @description what exactly was found: docs/operations.md says what each means
                     * @enum {string}
                     */
                    cause: "ledger-away" | "ledger-diverged" | "appends-refused" | "parked-by-projector" | "parked-on-the-way" | "parked-elsewhere" | "order-unreadable" | "projector-away" | "projector-behind" | "in-error" | "on-hold" | "bridge-away" | "process-away" | "process-not-ready" | "newer-event" | "command-api-away" | "command-api-not-ready" | "dependency-away" | "recorded-ahead" | "dead-letter" | "bridge-cut-off" | "bridge-behind" | "broker-away" | "message-waits" | "message-retried" | "on-its-way" | "not-heard-of" | "catching-up" | "reaction-late" | "result-untold" | "plan-untold" | "timer-late" | "recorded-late" | "message-lost" | "reaction-missing" | "not-in-ledger" | "job-missing" | "waits-for-slot" | "nobody-takes" | "waits-for-retry" | "waits-for-machine" | "calculation-runs" | "lease-expired" | "calculation-dead" | "carrier-silent" | "payment-missing" | "quote-unanswered" | "quote-expired" | "nobody-claims" | "claim-held" | "claim-left" | "carrier-event-incomplete" | "person-acts" | "sources-away" | "nothing-fits";
                    text: string;
                    /** @description what the sentence names, for who says it in other words: `_s` seconds, `_at` times, `_status` statuses */
                    facts: {
                        [key: string]: string | number;
                    };
                }[];
                /** @description what may be done now, by the graph; guards are not asked */
                who_may: {
                    command: string;
                    /** @description null: a fact */
                    to: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
                    /** @description roles, and partner: each alone may */
                    by: string[];
                }[];
                queue: {
                    lane: string;
                    /** @description 1 is next */
                    place: number | null;
                    estimate_s: {
                        p50: number;
                        p95: number;
                    };
                } | null;
                correlation_id: string | null;
                /** @description what each source says */
                evidence: {
                    source: string;
                    says: string;
                }[];
                /** @description sources that gave no answer, and why */
                away: {
                    source: string;
                    says: string;
                }[];
                /** @enum {string} */
                verdict: "ledger-away" | "read-side-behind" | "parked" | "in-error" | "on-hold" | "process-away" | "dependency-away" | "dead-letter" | "event-late" | "event-missing" | "job-missing" | "in-queue" | "work-slow" | "waiting-for-carrier" | "waiting-for-person" | "clocks-apart" | "unknown";
                /**
                 * @description what exactly was found: docs/operations.md says what each means
                 * @enum {string}
                 */
                cause: "ledger-away" | "ledger-diverged" | "appends-refused" | "parked-by-projector" | "parked-on-the-way" | "parked-elsewhere" | "order-unreadable" | "projector-away" | "projector-behind" | "in-error" | "on-hold" | "bridge-away" | "process-away" | "process-not-ready" | "newer-event" | "command-api-away" | "command-api-not-ready" | "dependency-away" | "recorded-ahead" | "dead-letter" | "bridge-cut-off" | "bridge-behind" | "broker-away" | "message-waits" | "message-retried" | "on-its-way" | "not-heard-of" | "catching-up" | "reaction-late" | "result-untold" | "plan-untold" | "timer-late" | "recorded-late" | "message-lost" | "reaction-missing" | "not-in-ledger" | "job-missing" | "waits-for-slot" | "nobody-takes" | "waits-for-retry" | "waits-for-machine" | "calculation-runs" | "lease-expired" | "calculation-dead" | "carrier-silent" | "payment-missing" | "quote-unanswered" | "quote-expired" | "nobody-claims" | "claim-held" | "claim-left" | "carrier-event-incomplete" | "person-acts" | "sources-away" | "nothing-fits";
                /** @description when its limit was reached */
                past_since: string;
            }[];
            /** @description those of the page, as lists show them; one that the tables lack is not there */
            orders: {
                /** Format: uuid */
                order_id: string;
                /** @enum {string} */
                status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description the status, or CALCULATION_IN_PROGRESS from the submission until there is a price */
                display_status: string;
                /** @description RFC 3339, UTC */
                status_entered_at: string;
                /** @description neither CLOSED, CANCELLED nor REJECTED */
                is_active: boolean;
                /** @description RFC 3339, UTC */
                created_at: string;
                /** @description when the last event was recorded */
                updated_at: string;
                event_version: number;
                status_version: number;
                /** @description microseconds of the creation; never changes */
                sort_key?: number;
                /**
                 * @description the status that the work is in; on hold and in error the one that was struck
                 * @enum {string}
                 */
                stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description RFC 3339, UTC */
                stage_entered_at?: string;
                /** @description net of holds and errors; null once the order is not active */
                current_stage_duration_ms?: number | null;
                /** @description when the present hold or error began */
                frozen_since?: string | null;
                /**
                 * @description the system that is accountable now
                 * @enum {string}
                 */
                owner?: "store" | "CRM" | "MES";
                claim?: {
                    operator: string;
                    /** @description work commands send it; absent with as_of */
                    fence_token?: number;
                    /** @description RFC 3339, UTC */
                    claimed_at?: string;
                } | null;
                partner_id?: string | null;
                customer_ref?: string;
                external_ref?: string | null;
                channel?: string;
                delivery_method?: string | null;
                material?: string | null;
                process?: string | null;
                finishing?: string | null;
                quantity?: number | null;
                price?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                paid?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                };
                /** @description null where no refund is in question */
                refund_due?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description how what is paid fits to what is owed; null: not known yet of an order from before this was told */
                settlement?: ("settled" | "underpaid" | "overpaid" | "over-refunded") | null;
                /** @description by how much it does not fit */
                settlement_amount?: {
                    /** @description minor units */
                    amount: number;
                    currency: string;
                } | null;
                /** @description settled by a correction of one of both events (record-correction, by a crm.supervisor) */
                needs_person?: {
                    /** @constant */
                    reason: "PARCEL_OF_CANCELLED_ORDER";
                    /** @description the cancellation, and what the carrier said last */
                    events: {
                        event_version: number;
                        /** @enum {string} */
                        type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
                        /** @description why it was cancelled; what the carrier said */
                        code: string;
                        /** @description RFC 3339, UTC */
                        occurred_at: string;
                        /** @description RFC 3339, UTC */
                        recorded_at: string;
                    }[];
                } | null;
                /** @enum {string} */
                priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                due_at?: string | null;
                overdue?: boolean;
                manufacturing_attempt?: number;
                price_attempt?: number;
                planned_finish_at?: string | null;
                /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
                stale?: boolean;
                /** @description why; staff only */
                stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
            }[];
            next_cursor: string | null;
            system: {
                /** @description by the database's clock */
                at: string;
                ledger: string;
                processes: {
                    name: string;
                    /** @enum {string} */
                    state: "ready" | "not-ready" | "silent";
                    silence: string | null;
                    codes: string[];
                }[];
                queues: {
                    queue: string;
                    messages: number | null;
                    retrying: number | null;
                    dead_letters: number | null;
                }[];
            };
        };
        Diagnosis: {
            /** Format: uuid */
            order_id: string;
            status: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            /** @description the status that the work is in; a hold or an error does not change it */
            stage: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            /** @description since when it is the turn of whoever has it */
            since: string | null;
            /** @description seconds since then */
            waits_s: number | null;
            /** @description seconds that it may take */
            limit_s: number | null;
            limit_from: ("configuration" | "p95" | "default") | null;
            /** @description past its limit, or parked */
            stuck: boolean;
            text: string;
            /** @description what the sentence names, for who says it in other words: `_s` seconds, `_at` times, `_status` statuses */
            facts: {
                [key: string]: string | number;
            };
            /** @description what helps; null: time, or whoever may act */
            help: string | null;
            /** @description what else was found */
            also: {
                /** @enum {string} */
                verdict: "ledger-away" | "read-side-behind" | "parked" | "in-error" | "on-hold" | "process-away" | "dependency-away" | "dead-letter" | "event-late" | "event-missing" | "job-missing" | "in-queue" | "work-slow" | "waiting-for-carrier" | "waiting-for-person" | "clocks-apart" | "unknown";
                /**
                 * @description what exactly was found: docs/operations.md says what each means
                 * @enum {string}
                 */
                cause: "ledger-away" | "ledger-diverged" | "appends-refused" | "parked-by-projector" | "parked-on-the-way" | "parked-elsewhere" | "order-unreadable" | "projector-away" | "projector-behind" | "in-error" | "on-hold" | "bridge-away" | "process-away" | "process-not-ready" | "newer-event" | "command-api-away" | "command-api-not-ready" | "dependency-away" | "recorded-ahead" | "dead-letter" | "bridge-cut-off" | "bridge-behind" | "broker-away" | "message-waits" | "message-retried" | "on-its-way" | "not-heard-of" | "catching-up" | "reaction-late" | "result-untold" | "plan-untold" | "timer-late" | "recorded-late" | "message-lost" | "reaction-missing" | "not-in-ledger" | "job-missing" | "waits-for-slot" | "nobody-takes" | "waits-for-retry" | "waits-for-machine" | "calculation-runs" | "lease-expired" | "calculation-dead" | "carrier-silent" | "payment-missing" | "quote-unanswered" | "quote-expired" | "nobody-claims" | "claim-held" | "claim-left" | "carrier-event-incomplete" | "person-acts" | "sources-away" | "nothing-fits";
                text: string;
                /** @description what the sentence names, for who says it in other words: `_s` seconds, `_at` times, `_status` statuses */
                facts: {
                    [key: string]: string | number;
                };
            }[];
            /** @description what may be done now, by the graph; guards are not asked */
            who_may: {
                command: string;
                /** @description null: a fact */
                to: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
                /** @description roles, and partner: each alone may */
                by: string[];
            }[];
            queue: {
                lane: string;
                /** @description 1 is next */
                place: number | null;
                estimate_s: {
                    p50: number;
                    p95: number;
                };
            } | null;
            correlation_id: string | null;
            /** @description what each source says */
            evidence: {
                source: string;
                says: string;
            }[];
            /** @description sources that gave no answer, and why */
            away: {
                source: string;
                says: string;
            }[];
            /**
             * @description what exactly was found: docs/operations.md says what each means; or that it waits as orders do, or has ended
             * @enum {string}
             */
            cause: "ledger-away" | "ledger-diverged" | "appends-refused" | "parked-by-projector" | "parked-on-the-way" | "parked-elsewhere" | "order-unreadable" | "projector-away" | "projector-behind" | "in-error" | "on-hold" | "bridge-away" | "process-away" | "process-not-ready" | "newer-event" | "command-api-away" | "command-api-not-ready" | "dependency-away" | "recorded-ahead" | "dead-letter" | "bridge-cut-off" | "bridge-behind" | "broker-away" | "message-waits" | "message-retried" | "on-its-way" | "not-heard-of" | "catching-up" | "reaction-late" | "result-untold" | "plan-untold" | "timer-late" | "recorded-late" | "message-lost" | "reaction-missing" | "not-in-ledger" | "job-missing" | "waits-for-slot" | "nobody-takes" | "waits-for-retry" | "waits-for-machine" | "calculation-runs" | "lease-expired" | "calculation-dead" | "carrier-silent" | "payment-missing" | "quote-unanswered" | "quote-expired" | "nobody-claims" | "claim-held" | "claim-left" | "carrier-event-incomplete" | "person-acts" | "sources-away" | "nothing-fits" | "within-limit" | "finished";
            /** @description null: it is within its limit, or has ended */
            verdict: ("ledger-away" | "read-side-behind" | "parked" | "in-error" | "on-hold" | "process-away" | "dependency-away" | "dead-letter" | "event-late" | "event-missing" | "job-missing" | "in-queue" | "work-slow" | "waiting-for-carrier" | "waiting-for-person" | "clocks-apart" | "unknown") | null;
        };
        Incident: {
            /** @constant */
            format: "order-ledger-incident/1";
            /** @description RFC 3339, UTC */
            made_at: string;
            /** Format: uuid */
            order_id: string;
            /** @description as Diagnosis */
            verdict: unknown;
            /** @description sources that gave no answer, and why */
            away: {
                source: string;
                says: string;
            }[];
            events_from: string | null;
            /** @description each with the state after it */
            events: ({
                event_version: number;
                type: string;
            } & {
                [key: string]: unknown;
            })[];
            messages: {
                event_version: number;
                exchange: string;
                type: string;
                /** @description null: not known */
                published: boolean | null;
            }[];
            /** @description or { away } with the reason */
            dead_letters: unknown;
            /** @description or { away } with the reason */
            queues: unknown;
            jobs: {
                [key: string]: unknown;
            };
            read_side: {
                [key: string]: unknown;
            };
            /** @description or { away } with the reason */
            processes: unknown;
            programs: ({
                name: string;
                url: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description or { away } with the reason */
            spans: unknown;
            /** @description or { away } with the reason */
            logs: unknown;
        };
        Projections: {
            projections: {
                name: string;
                version: number;
                /** @description of the last event in the tables */
                position: string | null;
                last_event_recorded_at: string | null;
                /** @description of the end of the ledger when the tables last held everything */
                tail_position: string | null;
                tail_reached_at: string | null;
                lag_ms: number | null;
                parked_orders: number;
            }[];
        };
        System: {
            /** @description by the database's clock */
            at: string;
            /** @description answers, not asked, or away with the reason */
            ledger: string;
            processes: {
                name: string;
                /** @enum {string} */
                state: "ready" | "not-ready" | "silent";
                silence: string | null;
                codes: string[];
                version: string | null;
                node_version: string | null;
                started_at: string | null;
            }[] | null;
            /** @description who follows the ledger, and how far each has come */
            followers: {
                process: string;
                /** @description what it follows for, where a process follows for several things */
                name: string | null;
                /** @description of the last event that it has done; null: none yet */
                position: string | null;
                /** @description whether it has not done all that the tables hold; null: not known */
                behind: boolean | null;
                /** @description age of the oldest event that it has not done; null: not known */
                lag_ms: number | null;
                /** @description when it did something last */
                moved_at: string | null;
            }[];
            queues: {
                queue: string;
                messages: number | null;
                retrying: number | null;
                dead_letters: number | null;
            }[] | null;
            /** @description calculations of prices */
            lanes: {
                lane: string;
                queued: number;
                running: number;
            }[] | null;
            /** @description orders that a process leaves aside until they are retried, the longest parked first */
            parked: {
                /** Format: uuid */
                order_id: string;
                process: string;
                /** @description the exchange, or the type of event */
                what: string | null;
                reason: string;
                /** @description RFC 3339, UTC */
                parked_at: string;
            }[];
            /** @description as Prometheus evaluates them */
            objectives: {
                name: string;
                /** @description of the allowance of 30 days: 1 all, 0 nothing, below that broken */
                budget_left: number | null;
                /** @description share that was bad in the last hour */
                bad_ratio_1h: number | null;
            }[] | null;
            /** @description who gave no answer, and why */
            away: {
                source: string;
                says: string;
            }[];
        };
        Order: {
            /** Format: uuid */
            order_id: string;
            /** @enum {string} */
            status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            /** @description the status, or CALCULATION_IN_PROGRESS from the submission until there is a price */
            display_status: string;
            /** @description RFC 3339, UTC */
            status_entered_at: string;
            /** @description neither CLOSED, CANCELLED nor REJECTED */
            is_active: boolean;
            /** @description RFC 3339, UTC */
            created_at: string;
            /** @description when the last event was recorded */
            updated_at: string;
            event_version: number;
            status_version: number;
            /** @description microseconds of the creation; never changes */
            sort_key?: number;
            /**
             * @description the status that the work is in; on hold and in error the one that was struck
             * @enum {string}
             */
            stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            /** @description RFC 3339, UTC */
            stage_entered_at?: string;
            /** @description net of holds and errors; null once the order is not active */
            current_stage_duration_ms?: number | null;
            /** @description when the present hold or error began */
            frozen_since?: string | null;
            /**
             * @description the system that is accountable now
             * @enum {string}
             */
            owner?: "store" | "CRM" | "MES";
            claim?: {
                operator: string;
                /** @description work commands send it; absent with as_of */
                fence_token?: number;
                /** @description RFC 3339, UTC */
                claimed_at?: string;
            } | null;
            partner_id?: string | null;
            customer_ref?: string;
            external_ref?: string | null;
            channel?: string;
            delivery_method?: string | null;
            material?: string | null;
            process?: string | null;
            finishing?: string | null;
            quantity?: number | null;
            price?: {
                /** @description minor units */
                amount: number;
                currency: string;
            } | null;
            paid?: {
                /** @description minor units */
                amount: number;
                currency: string;
            };
            /** @description null where no refund is in question */
            refund_due?: {
                /** @description minor units */
                amount: number;
                currency: string;
            } | null;
            /** @description how what is paid fits to what is owed; null: not known yet of an order from before this was told */
            settlement?: ("settled" | "underpaid" | "overpaid" | "over-refunded") | null;
            /** @description by how much it does not fit */
            settlement_amount?: {
                /** @description minor units */
                amount: number;
                currency: string;
            } | null;
            /** @description settled by a correction of one of both events (record-correction, by a crm.supervisor) */
            needs_person?: {
                /** @constant */
                reason: "PARCEL_OF_CANCELLED_ORDER";
                /** @description the cancellation, and what the carrier said last */
                events: {
                    event_version: number;
                    /** @enum {string} */
                    type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
                    /** @description why it was cancelled; what the carrier said */
                    code: string;
                    /** @description RFC 3339, UTC */
                    occurred_at: string;
                    /** @description RFC 3339, UTC */
                    recorded_at: string;
                }[];
            } | null;
            /** @enum {string} */
            priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
            due_at?: string | null;
            overdue?: boolean;
            manufacturing_attempt?: number;
            price_attempt?: number;
            planned_finish_at?: string | null;
            /** @description later events of this order cannot be shown yet; with event_version 0 not even its first one */
            stale?: boolean;
            /** @description why; staff only */
            stale_reason?: ("unreadable" | "gap" | "not-foldable" | "not-storable") | null;
        };
        TimelineEvent: {
            event_version: number;
            status_version: number;
            /** @enum {string} */
            type: "OrderInitiated" | "ModelFileUploaded" | "ModelFileReplaced" | "OrderSubmitted" | "OrderRevised" | "PriceCalculationStarted" | "PriceCalculationRestarted" | "PriceRecalculationRequested" | "PriceCalculated" | "OrderRejected" | "QuoteAccepted" | "ManufacturingApproved" | "PaymentRecorded" | "PaymentRefunded" | "ProductionPlanned" | "OrderClaimed" | "ClaimReleased" | "ClaimReassigned" | "ClaimExpired" | "ManufacturingStarted" | "ManufacturingFailed" | "ManufacturingCompleted" | "ReworkRequired" | "ShortageAccepted" | "PackagingStarted" | "PackagingCompleted" | "ShipmentRequested" | "ShipmentDeclined" | "OrderShipped" | "CarrierEventRecorded" | "OrderDelivered" | "OrderClosed" | "ReturnRequested" | "OrderReturned" | "ReturnDeclined" | "OrderCancelled" | "CancellationRequested" | "CancellationDeclined" | "OrderPutOnHold" | "HoldAdded" | "HoldReleased" | "OrderResumed" | "OrderErrored" | "ErrorResolved" | "DueDateChanged" | "PriorityChanged" | "NoteAdded" | "CorrectionRecorded" | "CustomerDataErased";
            from: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            /** @description null for facts, which do not change the status */
            to: ("INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR") | null;
            /**
             * @description the status after the event
             * @enum {string}
             */
            status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            /** @enum {string} */
            system: "store" | "CRM" | "MES" | "carrier" | "partner";
            /** @description RFC 3339, UTC */
            occurred_at: string;
            /** @description RFC 3339, UTC */
            recorded_at: string;
            /** @description the code that says why */
            reason: string | null;
            data: {
                [key: string]: unknown;
            };
            /** @description names of the fields of data */
            changed: string[];
            /** @description to others than staff that of their own requests only */
            correlation_id?: string;
            /** Format: uuid */
            event_id?: string;
            /** @description staff only, as all that follows */
            actor?: {
                id: string;
                kind: string;
                roles: string[];
                partner_id?: string;
                on_behalf_of?: string;
            };
            /** @description free texts that belong to the event; command-api shows them: /v1/orders/{order_id}/events/{event_version}/texts */
            texts?: {
                field: string;
                ref: string;
            }[];
            causation_id?: string;
            trace_id?: string | null;
            /** @description how far the ledger was read when the tables got the event; that of others where it came late */
            position?: string;
        };
        PageSettings: {
            version: string;
            /**
             * @description development: anybody may sign in as anybody
             * @enum {string}
             */
            environment: "development" | "production";
            /** @description where the parts are made, as Europe/Moscow */
            plant_time_zone: string;
            sign_in: {
                /** @constant */
                kind: "people";
                people: {
                    id: string;
                    name: string;
                    roles: string[];
                }[];
            } | {
                /** @constant */
                kind: "oidc";
                authority: string;
                client_id: string;
                scope: string;
            };
            /** @description the OpenAPI document of each, by its path here */
            interfaces: {
                [key: string]: string;
            };
        };
        SignedIn: {
            token: string;
            /**
             * Format: date-time
             * @description a new one has to be asked for before
             */
            expires_at: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            /** @description the word to program against */
            code: string;
            correlation_id: string;
            /** @description of a 400: what is wrong where */
            errors?: {
                pointer: string;
                detail: string;
            }[];
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description the id in events, messages and logs */
        "X-Correlation-Id": string;
        /** @description only where the request's X-Correlation-Id was not taken: why */
        "X-Correlation-Id-Replaced": "it has not 1 to 100 characters" | "it holds others than A-Z a-z 0-9 . _ : / -" | "it holds what logs mask: ten or more digits as of a telephone or a card, or a secret";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listOrders: {
        parameters: {
            query?: {
                /**
                 * @description one or several, separated by commas
                 * @example MANUFACTURING_STARTED,WAITING_SHIPMENT_CONFIRMATION
                 */
                status?: string | string[];
                /** @description the status that the work is in, held or in error or not */
                stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                owner?: "store" | "CRM" | "MES";
                claimed_by?: string;
                partner_id?: string;
                priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                /** @description true: active and past the due date */
                overdue?: "true" | "false";
                /** @description false: closed, cancelled or rejected */
                active?: "true" | "false";
                /** @description exactly an order_id, external_ref or customer_ref, in any normal form; + is written as %2B */
                q?: string;
                /** @description whose money does not fit */
                settlement?: "underpaid" | "overpaid" | "over-refunded";
                /** @description true: two events contradict each other, and a person must decide */
                needs_person?: "true" | "false";
                /** @example stage_age */
                sort?: "newest" | "oldest" | "stage_age" | "due" | "priority";
                /** @description the answer as it was at this time */
                as_of?: string;
                /** @description of an earlier answer; carries filters, sort and as_of */
                cursor?: string;
                /** @example 1 */
                limit?: number;
                /** @description true: count what the filters let through, up to 10,000 */
                total?: "true" | "false";
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description orders, by page */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orders": [
                     *         {
                     *           "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *           "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "display_status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "status_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "is_active": true,
                     *           "created_at": "2026-03-02T08:02:00.000Z",
                     *           "updated_at": "2026-03-02T08:15:00.000Z",
                     *           "event_version": 14,
                     *           "status_version": 12,
                     *           "sort_key": 1772438520000000,
                     *           "stage": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "stage_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "current_stage_duration_ms": 5520000,
                     *           "frozen_since": null,
                     *           "owner": "MES",
                     *           "partner_id": "acme",
                     *           "customer_ref": "customer-1",
                     *           "external_ref": "external-acme-1",
                     *           "channel": "API",
                     *           "material": "PLA",
                     *           "process": "FDM",
                     *           "quantity": 10,
                     *           "priority": "NORMAL",
                     *           "due_at": "2026-03-09T08:01:00.000Z",
                     *           "overdue": false,
                     *           "stale": false,
                     *           "stale_reason": null,
                     *           "claim": null,
                     *           "delivery_method": "CARRIER",
                     *           "finishing": null,
                     *           "price": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "paid": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "refund_due": null,
                     *           "settlement": "settled",
                     *           "settlement_amount": {
                     *             "amount": 0,
                     *             "currency": "RUB"
                     *           },
                     *           "needs_person": null,
                     *           "manufacturing_attempt": 1,
                     *           "price_attempt": 1,
                     *           "planned_finish_at": null
                     *         }
                     *       ],
                     *       "next_cursor": "eyJrIjpb…",
                     *       "prev_cursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `filter-of-today`, `as-of-future`, `cursor-invalid`, `cursor-mismatch` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden`, `sort-forbidden`, `filter-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOrder: {
        parameters: {
            query?: {
                /** @description the answer as it was at this time */
                as_of?: string;
                /** @description waits up to a second for this event_version; then 202 with what there is */
                min_version?: number;
            };
            header?: {
                /** @description ETag of an earlier answer */
                "If-None-Match"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description one order with its durations, its price and what this caller may do next */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "display_status": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "status_entered_at": "2026-03-02T08:15:00.000Z",
                     *       "is_active": true,
                     *       "created_at": "2026-03-02T08:02:00.000Z",
                     *       "updated_at": "2026-03-02T08:15:00.000Z",
                     *       "event_version": 14,
                     *       "status_version": 12,
                     *       "sort_key": 1772438520000000,
                     *       "stage": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "stage_entered_at": "2026-03-02T08:15:00.000Z",
                     *       "current_stage_duration_ms": 5520000,
                     *       "frozen_since": null,
                     *       "owner": "MES",
                     *       "partner_id": "acme",
                     *       "customer_ref": "customer-1",
                     *       "external_ref": "external-acme-1",
                     *       "channel": "API",
                     *       "material": "PLA",
                     *       "process": "FDM",
                     *       "quantity": 10,
                     *       "priority": "NORMAL",
                     *       "due_at": "2026-03-09T08:01:00.000Z",
                     *       "overdue": false,
                     *       "stale": false,
                     *       "stale_reason": null,
                     *       "claim": null,
                     *       "delivery_method": "CARRIER",
                     *       "finishing": null,
                     *       "price": {
                     *         "amount": 129900,
                     *         "currency": "RUB"
                     *       },
                     *       "paid": {
                     *         "amount": 129900,
                     *         "currency": "RUB"
                     *       },
                     *       "refund_due": null,
                     *       "settlement": "settled",
                     *       "settlement_amount": {
                     *         "amount": 0,
                     *         "currency": "RUB"
                     *       },
                     *       "needs_person": null,
                     *       "manufacturing_attempt": 1,
                     *       "price_attempt": 1,
                     *       "planned_finish_at": null,
                     *       "allowed_transitions": [
                     *         {
                     *           "command": "ConfirmShipment",
                     *           "to": "SHIPPED"
                     *         },
                     *         {
                     *           "command": "DeclineShipment",
                     *           "to": "PACKAGING_COMPLETED"
                     *         },
                     *         {
                     *           "command": "HoldOrder",
                     *           "to": "ON_HOLD"
                     *         },
                     *         {
                     *           "command": "ReportError",
                     *           "to": "ERROR"
                     *         }
                     *       ],
                     *       "durations": {
                     *         "production_queue": [
                     *           {
                     *             "from_at": "2026-03-02T08:09:00.000Z",
                     *             "to_at": "2026-03-02T08:11:00.000Z",
                     *             "wall_ms": 120000,
                     *             "held_ms": 0,
                     *             "errored_ms": 0,
                     *             "net_ms": 120000
                     *           }
                     *         ],
                     *         "manufacturing": [
                     *           {
                     *             "from_at": "2026-03-02T08:11:00.000Z",
                     *             "to_at": "2026-03-02T08:12:00.000Z",
                     *             "wall_ms": 60000,
                     *             "held_ms": 0,
                     *             "errored_ms": 0,
                     *             "net_ms": 60000
                     *           }
                     *         ]
                     *       },
                     *       "lead_times": {
                     *         "customer": null,
                     *         "customer_from_submission": null,
                     *         "internal": null,
                     *         "internal_with_delivery": null,
                     *         "manufacturing": 60000,
                     *         "pricing": 60000,
                     *         "fulfilment": null
                     *       },
                     *       "quote": {
                     *         "quote_version": 5,
                     *         "price": {
                     *           "amount": 129900,
                     *           "currency": "RUB"
                     *         },
                     *         "breakdown": [
                     *           {
                     *             "line": "material",
                     *             "amount": {
                     *               "amount": 139900,
                     *               "currency": "RUB"
                     *             }
                     *           },
                     *           {
                     *             "line": "discount",
                     *             "amount": {
                     *               "amount": -10000,
                     *               "currency": "RUB"
                     *             }
                     *           }
                     *         ],
                     *         "valid_until": "2026-03-16T08:06:00.000Z",
                     *         "due_before_production": {
                     *           "amount": 129900,
                     *           "currency": "RUB"
                     *         },
                     *         "parameters": {
                     *           "unit": "MM",
                     *           "process": "FDM",
                     *           "material": "PLA",
                     *           "priority": "NORMAL",
                     *           "quantity": 10
                     *         },
                     *         "tariff_version": "tariff-3",
                     *         "engine_version": "engine-1",
                     *         "machine_seconds": 5400,
                     *         "measures": {
                     *           "area": 2400.125,
                     *           "volume": 8000,
                     *           "bounding_box": [
                     *             20000,
                     *             20000,
                     *             20000
                     *           ]
                     *         }
                     *       },
                     *       "rejection": null,
                     *       "pieces": {
                     *         "ordered": 10,
                     *         "short": 0,
                     *         "shipped": 0,
                     *         "made": 10,
                     *         "rejected": 0,
                     *         "scrapped": 0,
                     *         "to_make": 0
                     *       },
                     *       "held_ms": 0,
                     *       "errored_ms": 0,
                     *       "held_from": null,
                     *       "error_from": null,
                     *       "return_from": null,
                     *       "holds": [],
                     *       "carriers": [
                     *         "dpd"
                     *       ],
                     *       "work_centre": null,
                     *       "planned_start_at": null,
                     *       "last_event_type": "ShipmentRequested",
                     *       "correlation_id": "3cc45907-2d69-5057-8759-a80fc2c04f38"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderDetail"];
                };
            };
            /** @description min_version is not there yet: the order as it is known */
            202: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "display_status": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "status_entered_at": "2026-03-02T08:15:00.000Z",
                     *       "is_active": true,
                     *       "created_at": "2026-03-02T08:02:00.000Z",
                     *       "updated_at": "2026-03-02T08:15:00.000Z",
                     *       "event_version": 14,
                     *       "status_version": 12,
                     *       "sort_key": 1772438520000000,
                     *       "stage": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "stage_entered_at": "2026-03-02T08:15:00.000Z",
                     *       "current_stage_duration_ms": 5520000,
                     *       "frozen_since": null,
                     *       "owner": "MES",
                     *       "partner_id": "acme",
                     *       "customer_ref": "customer-1",
                     *       "external_ref": "external-acme-1",
                     *       "channel": "API",
                     *       "material": "PLA",
                     *       "process": "FDM",
                     *       "quantity": 10,
                     *       "priority": "NORMAL",
                     *       "due_at": "2026-03-09T08:01:00.000Z",
                     *       "overdue": false,
                     *       "stale": false,
                     *       "stale_reason": null,
                     *       "claim": null,
                     *       "delivery_method": "CARRIER",
                     *       "finishing": null,
                     *       "price": {
                     *         "amount": 129900,
                     *         "currency": "RUB"
                     *       },
                     *       "paid": {
                     *         "amount": 129900,
                     *         "currency": "RUB"
                     *       },
                     *       "refund_due": null,
                     *       "settlement": "settled",
                     *       "settlement_amount": {
                     *         "amount": 0,
                     *         "currency": "RUB"
                     *       },
                     *       "needs_person": null,
                     *       "manufacturing_attempt": 1,
                     *       "price_attempt": 1,
                     *       "planned_finish_at": null,
                     *       "allowed_transitions": [
                     *         {
                     *           "command": "ConfirmShipment",
                     *           "to": "SHIPPED"
                     *         },
                     *         {
                     *           "command": "DeclineShipment",
                     *           "to": "PACKAGING_COMPLETED"
                     *         },
                     *         {
                     *           "command": "HoldOrder",
                     *           "to": "ON_HOLD"
                     *         },
                     *         {
                     *           "command": "ReportError",
                     *           "to": "ERROR"
                     *         }
                     *       ],
                     *       "durations": {
                     *         "production_queue": [
                     *           {
                     *             "from_at": "2026-03-02T08:09:00.000Z",
                     *             "to_at": "2026-03-02T08:11:00.000Z",
                     *             "wall_ms": 120000,
                     *             "held_ms": 0,
                     *             "errored_ms": 0,
                     *             "net_ms": 120000
                     *           }
                     *         ],
                     *         "manufacturing": [
                     *           {
                     *             "from_at": "2026-03-02T08:11:00.000Z",
                     *             "to_at": "2026-03-02T08:12:00.000Z",
                     *             "wall_ms": 60000,
                     *             "held_ms": 0,
                     *             "errored_ms": 0,
                     *             "net_ms": 60000
                     *           }
                     *         ]
                     *       },
                     *       "lead_times": {
                     *         "customer": null,
                     *         "customer_from_submission": null,
                     *         "internal": null,
                     *         "internal_with_delivery": null,
                     *         "manufacturing": 60000,
                     *         "pricing": 60000,
                     *         "fulfilment": null
                     *       },
                     *       "quote": {
                     *         "quote_version": 5,
                     *         "price": {
                     *           "amount": 129900,
                     *           "currency": "RUB"
                     *         },
                     *         "breakdown": [
                     *           {
                     *             "line": "material",
                     *             "amount": {
                     *               "amount": 139900,
                     *               "currency": "RUB"
                     *             }
                     *           },
                     *           {
                     *             "line": "discount",
                     *             "amount": {
                     *               "amount": -10000,
                     *               "currency": "RUB"
                     *             }
                     *           }
                     *         ],
                     *         "valid_until": "2026-03-16T08:06:00.000Z",
                     *         "due_before_production": {
                     *           "amount": 129900,
                     *           "currency": "RUB"
                     *         },
                     *         "parameters": {
                     *           "unit": "MM",
                     *           "process": "FDM",
                     *           "material": "PLA",
                     *           "priority": "NORMAL",
                     *           "quantity": 10
                     *         },
                     *         "tariff_version": "tariff-3",
                     *         "engine_version": "engine-1",
                     *         "machine_seconds": 5400,
                     *         "measures": {
                     *           "area": 2400.125,
                     *           "volume": 8000,
                     *           "bounding_box": [
                     *             20000,
                     *             20000,
                     *             20000
                     *           ]
                     *         }
                     *       },
                     *       "rejection": null,
                     *       "pieces": {
                     *         "ordered": 10,
                     *         "short": 0,
                     *         "shipped": 0,
                     *         "made": 10,
                     *         "rejected": 0,
                     *         "scrapped": 0,
                     *         "to_make": 0
                     *       },
                     *       "held_ms": 0,
                     *       "errored_ms": 0,
                     *       "held_from": null,
                     *       "error_from": null,
                     *       "return_from": null,
                     *       "holds": [],
                     *       "carriers": [
                     *         "dpd"
                     *       ],
                     *       "work_centre": null,
                     *       "planned_start_at": null,
                     *       "last_event_type": "ShipmentRequested",
                     *       "correlation_id": "3cc45907-2d69-5057-8759-a80fc2c04f38"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderDetail"];
                };
            };
            /** @description still the version of If-None-Match */
            304: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `as-of-future` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                /** @description the answer as it was at this time */
                as_of?: string;
                /**
                 * @description only events after this event_version
                 * @example 0
                 */
                after?: number;
                /** @example 1 */
                limit?: number;
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the events of an order: who, why, when, from where to where */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "stale": false,
                     *       "stale_reason": null,
                     *       "events": [
                     *         {
                     *           "event_version": 1,
                     *           "status_version": 1,
                     *           "type": "OrderInitiated",
                     *           "from": null,
                     *           "to": "INITIATED",
                     *           "status": "INITIATED",
                     *           "system": "partner",
                     *           "occurred_at": "2026-03-02T08:02:00.000Z",
                     *           "recorded_at": "2026-03-02T08:02:00.000Z",
                     *           "event_id": "591daea5-33fa-5dc6-88bb-85fa728cc7fb",
                     *           "actor": {
                     *             "id": "partner:acme",
                     *             "kind": "partner",
                     *             "roles": [],
                     *             "partner_id": "acme"
                     *           },
                     *           "reason": null,
                     *           "data": {
                     *             "terms": {
                     *               "payment": "PREPAID",
                     *               "currency": "RUB",
                     *               "warranty_s": 31536000,
                     *               "deposit_percent": 0,
                     *               "return_window_s": 1209600,
                     *               "quote_validity_s": 1209600
                     *             },
                     *             "due_at": "2026-03-09T08:01:00.000Z",
                     *             "channel": "API",
                     *             "priority": "NORMAL",
                     *             "partner_id": "acme",
                     *             "customer_ref": "customer-1",
                     *             "external_ref": "external-acme-1"
                     *           },
                     *           "texts": [],
                     *           "changed": [
                     *             "customer_ref",
                     *             "channel",
                     *             "partner_id",
                     *             "external_ref",
                     *             "priority",
                     *             "due_at",
                     *             "terms"
                     *           ],
                     *           "correlation_id": "3cc45907-2d69-5057-8759-a80fc2c04f38",
                     *           "causation_id": "f0bf11e0-3940-5c03-83da-3db9a655f3e3",
                     *           "trace_id": null,
                     *           "position": "9007199254741092/9007199254741092"
                     *         }
                     *       ],
                     *       "next_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `as-of-future` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStages: {
        parameters: {
            query?: {
                /** @description the answer as it was at this time */
                as_of?: string;
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the visits of an order, with time on hold and in error */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "stale": false,
                     *       "stale_reason": null,
                     *       "stages": [
                     *         {
                     *           "status": "PACKAGING_COMPLETED",
                     *           "visit": 1,
                     *           "entered_at": "2026-03-02T08:14:00.000Z",
                     *           "entered_version": 13,
                     *           "left_at": "2026-03-02T08:15:00.000Z",
                     *           "left_version": 14,
                     *           "next": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "wall_ms": 60000,
                     *           "held_ms": 0,
                     *           "errored_ms": 0,
                     *           "attempts": [],
                     *           "net_ms": 60000
                     *         },
                     *         {
                     *           "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "visit": 1,
                     *           "entered_at": "2026-03-02T08:15:00.000Z",
                     *           "entered_version": 14,
                     *           "left_at": null,
                     *           "left_version": null,
                     *           "next": null,
                     *           "wall_ms": 5520000,
                     *           "held_ms": 0,
                     *           "errored_ms": 0,
                     *           "attempts": [],
                     *           "net_ms": 5520000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Stages"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `as-of-future` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProspects: {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description every command that this caller could be granted, whether it may be sent now, and why not */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "event_version": 14,
                     *       "status_version": 12,
                     *       "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "prospects": [
                     *         {
                     *           "command": "ConfirmShipment",
                     *           "to": "SHIPPED",
                     *           "obstacle": null,
                     *           "by": [
                     *             "mes.lead",
                     *             "carrier.adapter",
                     *             "process.manager"
                     *           ],
                     *           "reasons": null,
                     *           "from": [
                     *             "WAITING_SHIPMENT_CONFIRMATION"
                     *           ]
                     *         },
                     *         {
                     *           "command": "ClaimOrder",
                     *           "to": null,
                     *           "obstacle": {
                     *             "code": "illegal-transition",
                     *             "text": null
                     *           },
                     *           "by": [],
                     *           "reasons": null,
                     *           "from": [
                     *             "MANUFACTURING_APPROVED"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Prospects"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPricing: {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how far the price of an order is: place in the queue, progress, estimate */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "PRICE_CALCULATION_STARTED",
                     *       "display_status": "CALCULATION_IN_PROGRESS",
                     *       "price_attempt": 1,
                     *       "price": null,
                     *       "rejection": null,
                     *       "job": {
                     *         "state": "RUNNING",
                     *         "lane": "SHORT",
                     *         "queue_position": null,
                     *         "estimate_s": {
                     *           "p50": 40,
                     *           "p95": 90.5
                     *         },
                     *         "queued_at": "2026-03-02T08:04:00.000Z",
                     *         "taken_at": "2026-03-02T08:04:01.000Z",
                     *         "finished_at": null,
                     *         "phase": "slicing",
                     *         "percent": 40,
                     *         "deaths": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Pricing"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of an earlier answer */
                "If-None-Match"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how the model of an order looks: a small mesh of it, with the faces at fault marked; see upload-api */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "model/gltf-binary": components["schemas"]["Preview"];
                };
            };
            /** @description still the one of If-None-Match */
            304: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order`, `no-preview` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMarks: {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description where the faces are for which the measure of an order refuses it: walls too thin; the preview has the others */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "marks": [
                     *         {
                     *           "code": "THIN_WALL",
                     *           "faces": [
                     *             7
                     *           ],
                     *           "corners": [
                     *             0,
                     *             0,
                     *             0,
                     *             20,
                     *             0,
                     *             0,
                     *             20,
                     *             0.3,
                     *             0
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Marks"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description one or several, separated by commas */
                status?: string | string[];
                /** @description the status that the work is in, held or in error or not */
                stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                owner?: "store" | "CRM" | "MES";
                claimed_by?: string;
                partner_id?: string;
                priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                /** @description true: active and past the due date */
                overdue?: "true" | "false";
                /** @description false: closed, cancelled or rejected */
                active?: "true" | "false";
                /** @description exactly an order_id, external_ref or customer_ref, in any normal form; + is written as %2B */
                q?: string;
                /** @description for callers who cannot send the header Last-Event-ID */
                last_event_id?: string;
            };
            header?: {
                /** @description id of the last event that was received */
                "Last-Event-ID"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description events as they come (server-sent events), resumable by Last-Event-ID */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "partner_id": "acme",
                     *       "owner": "store",
                     *       "priority": "NORMAL",
                     *       "due_at": "2026-03-09T08:01:00.000Z",
                     *       "event_version": 1,
                     *       "status_version": 1,
                     *       "type": "OrderInitiated",
                     *       "from": null,
                     *       "to": "INITIATED",
                     *       "status": "INITIATED",
                     *       "system": "partner",
                     *       "occurred_at": "2026-03-02T08:02:00.000Z",
                     *       "recorded_at": "2026-03-02T08:02:00.000Z",
                     *       "event_id": "591daea5-33fa-5dc6-88bb-85fa728cc7fb",
                     *       "actor": {
                     *         "id": "partner:acme",
                     *         "kind": "partner",
                     *         "roles": [],
                     *         "partner_id": "acme"
                     *       },
                     *       "reason": null,
                     *       "data": {
                     *         "terms": {
                     *           "payment": "PREPAID",
                     *           "currency": "RUB",
                     *           "warranty_s": 31536000,
                     *           "deposit_percent": 0,
                     *           "return_window_s": 1209600,
                     *           "quote_validity_s": 1209600
                     *         },
                     *         "due_at": "2026-03-09T08:01:00.000Z",
                     *         "channel": "API",
                     *         "priority": "NORMAL",
                     *         "partner_id": "acme",
                     *         "customer_ref": "customer-1",
                     *         "external_ref": "external-acme-1"
                     *       },
                     *       "texts": [],
                     *       "changed": [
                     *         "customer_ref",
                     *         "channel",
                     *         "partner_id",
                     *         "external_ref",
                     *         "priority",
                     *         "due_at",
                     *         "terms"
                     *       ],
                     *       "correlation_id": "3cc45907-2d69-5057-8759-a80fc2c04f38",
                     *       "causation_id": "f0bf11e0-3940-5c03-83da-3db9a655f3e3",
                     *       "trace_id": null,
                     *       "position": "9007199254741092/9007199254741092"
                     *     }
                     */
                    "text/event-stream": components["schemas"]["StreamedEvent"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `last-event-id` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden`, `filter-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once`, `too-many-streams` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published`, `too-many-streams` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBoard: {
        parameters: {
            query?: {
                /** @description the answer as it was at this time */
                as_of?: string;
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how many orders stand where, and the oldest of each status */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statuses": [
                     *         {
                     *           "status": "MANUFACTURING_STARTED",
                     *           "count": 1,
                     *           "oldest_since": "2026-03-02T08:13:00.000Z",
                     *           "oldest_order_id": "3a067b91-b0e5-581d-8c6c-631907f59943",
                     *           "limit_s": 172800
                     *         },
                     *         {
                     *           "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "count": 1,
                     *           "oldest_since": "2026-03-02T08:15:00.000Z",
                     *           "oldest_order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *           "limit_s": 28800
                     *         }
                     *       ],
                     *       "active": 3,
                     *       "settlement": {
                     *         "underpaid": 0,
                     *         "overpaid": 0,
                     *         "over-refunded": 0
                     *       },
                     *       "needs_person": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `as-of-future` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFlow: {
        parameters: {
            query?: {
                /**
                 * @description an RFC 3339 time; must lie between 1970-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, both in UTC
                 * @example 2026-03-01T00:00:00Z
                 */
                since?: string;
                /**
                 * @description before this time
                 * @example 2026-04-01T00:00:00Z
                 */
                until?: string;
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the edges that orders took, with rates and times; the last 30 days unless asked otherwise */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "since": "2026-03-01T00:00:00.000Z",
                     *       "until": "2026-04-01T00:00:00.000Z",
                     *       "graph": [
                     *         {
                     *           "from": "SUBMITTED",
                     *           "to": "PRICE_CALCULATION_STARTED",
                     *           "kind": "way"
                     *         },
                     *         {
                     *           "from": "SUBMITTED",
                     *           "to": "CANCELLED",
                     *           "kind": "cancel"
                     *         }
                     *       ],
                     *       "rework": {
                     *         "begun": 3,
                     *         "again": 0
                     *       },
                     *       "edges": [
                     *         {
                     *           "from": "NONE",
                     *           "to": "INITIATED",
                     *           "count": 4,
                     *           "mean_dwell_ms": null,
                     *           "median_dwell_ms": null,
                     *           "rate": 1
                     *         },
                     *         {
                     *           "from": "SUBMITTED",
                     *           "to": "PRICE_CALCULATION_STARTED",
                     *           "count": 4,
                     *           "mean_dwell_ms": 60000,
                     *           "median_dwell_ms": 60000,
                     *           "rate": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Flow"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `empty-range` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDurations: {
        parameters: {
            query: {
                /** @example PACKAGING_STARTED */
                from: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @example PACKAGING_COMPLETED */
                to: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description which entry of `from` */
                from_pick?: "first" | "last";
                /** @description which of the entries of `to` that follow on it */
                to_pick?: "first" | "last";
                measure?: "wall" | "net" | "without_holds";
                /**
                 * @description times by when `to` was reached (UTC)
                 * @example material
                 */
                group_by?: "day" | "week" | "month" | "partner" | "material" | "operator" | "priority";
                /** @description an RFC 3339 time; must lie between 1970-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, both in UTC */
                since?: string;
                /** @description before this time */
                until?: string;
                /**
                 * @description separated by commas, with up to three decimals
                 * @example 50,95
                 */
                percentiles?: string;
                /** @description for the share of orders within this many seconds */
                target_s?: number;
                /** @description else by the Accept header */
                format?: "json" | "csv";
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how long orders take from any status to any other, over all history */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "PACKAGING_STARTED",
                     *       "to": "PACKAGING_COMPLETED",
                     *       "from_pick": "first",
                     *       "to_pick": "first",
                     *       "measure": "net",
                     *       "group_by": "material",
                     *       "groups": [
                     *         {
                     *           "group": "PLA",
                     *           "orders": 2,
                     *           "mean_ms": 60000,
                     *           "min_ms": 60000,
                     *           "max_ms": 60000,
                     *           "percentiles_ms": {
                     *             "p50": 60000,
                     *             "p95": 60000
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Durations"];
                    "text/csv": string;
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLeadTimes: {
        parameters: {
            query?: {
                group_by?: "day" | "week" | "month" | "partner" | "material" | "operator" | "priority";
                /** @description an RFC 3339 time; must lie between 1970-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, both in UTC */
                since?: string;
                /** @description before this time */
                until?: string;
                /**
                 * @description separated by commas, with up to three decimals
                 * @example 50,95
                 */
                percentiles?: string;
                /** @description for the share of orders within this many seconds */
                target_s?: number;
                /** @description else by the Accept header */
                format?: "json" | "csv";
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the named lead times */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lead_times": [
                     *         {
                     *           "name": "manufacturing",
                     *           "from": "MANUFACTURING_STARTED",
                     *           "to": "MANUFACTURING_COMPLETED",
                     *           "measure": "net",
                     *           "statistics": [
                     *             {
                     *               "orders": 2,
                     *               "mean_ms": 60000,
                     *               "min_ms": 60000,
                     *               "max_ms": 60000,
                     *               "percentiles_ms": {
                     *                 "p50": 60000,
                     *                 "p95": 60000
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LeadTimes"];
                    "text/csv": string;
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readShopFloor: {
        parameters: {
            query?: {
                /** @example 1 */
                limit?: number;
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the queue of the shop floor: what is ready, what is claimed and by whom */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "may_claim": true,
                     *       "ready": [
                     *         {
                     *           "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *           "status": "MANUFACTURING_APPROVED",
                     *           "display_status": "MANUFACTURING_APPROVED",
                     *           "status_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "is_active": true,
                     *           "created_at": "2026-03-02T08:02:00.000Z",
                     *           "updated_at": "2026-03-02T08:15:00.000Z",
                     *           "event_version": 14,
                     *           "status_version": 12,
                     *           "sort_key": 1772438520000000,
                     *           "stage": "MANUFACTURING_APPROVED",
                     *           "stage_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "current_stage_duration_ms": 5520000,
                     *           "frozen_since": null,
                     *           "owner": "CRM",
                     *           "partner_id": "acme",
                     *           "customer_ref": "customer-1",
                     *           "external_ref": "external-acme-1",
                     *           "channel": "API",
                     *           "material": "PLA",
                     *           "process": "FDM",
                     *           "quantity": 10,
                     *           "priority": "NORMAL",
                     *           "due_at": "2026-03-09T08:01:00.000Z",
                     *           "overdue": false,
                     *           "stale": false,
                     *           "stale_reason": null,
                     *           "claim": null,
                     *           "delivery_method": "CARRIER",
                     *           "finishing": null,
                     *           "price": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "paid": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "refund_due": null,
                     *           "settlement": "settled",
                     *           "settlement_amount": {
                     *             "amount": 0,
                     *             "currency": "RUB"
                     *           },
                     *           "needs_person": null,
                     *           "manufacturing_attempt": 1,
                     *           "price_attempt": 1,
                     *           "planned_finish_at": null
                     *         }
                     *       ],
                     *       "claimed": [
                     *         {
                     *           "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *           "status": "MANUFACTURING_STARTED",
                     *           "display_status": "MANUFACTURING_STARTED",
                     *           "status_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "is_active": true,
                     *           "created_at": "2026-03-02T08:02:00.000Z",
                     *           "updated_at": "2026-03-02T08:15:00.000Z",
                     *           "event_version": 14,
                     *           "status_version": 12,
                     *           "sort_key": 1772438520000000,
                     *           "stage": "MANUFACTURING_STARTED",
                     *           "stage_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "current_stage_duration_ms": 5520000,
                     *           "frozen_since": null,
                     *           "owner": "MES",
                     *           "partner_id": "acme",
                     *           "customer_ref": "customer-1",
                     *           "external_ref": "external-acme-1",
                     *           "channel": "API",
                     *           "material": "PLA",
                     *           "process": "FDM",
                     *           "quantity": 10,
                     *           "priority": "NORMAL",
                     *           "due_at": "2026-03-09T08:01:00.000Z",
                     *           "overdue": false,
                     *           "stale": false,
                     *           "stale_reason": null,
                     *           "claim": {
                     *             "operator": "sub:oleg",
                     *             "fence_token": 1,
                     *             "claimed_at": "2026-03-02T08:12:00.000Z"
                     *           },
                     *           "delivery_method": "CARRIER",
                     *           "finishing": null,
                     *           "price": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "paid": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "refund_due": null,
                     *           "settlement": "settled",
                     *           "settlement_amount": {
                     *             "amount": 0,
                     *             "currency": "RUB"
                     *           },
                     *           "needs_person": null,
                     *           "manufacturing_attempt": 1,
                     *           "price_attempt": 1,
                     *           "planned_finish_at": null
                     *         }
                     *       ],
                     *       "operators": [
                     *         {
                     *           "operator": "sub:oleg",
                     *           "orders": 1,
                     *           "oldest_claim_at": "2026-03-02T08:12:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ShopFloor"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPricingWork: {
        parameters: {
            query?: {
                /**
                 * @description of jobs at work, and of dead ones
                 * @example 10
                 */
                limit?: number;
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description calculations of prices: what runs and how far it is, what waits, lanes, slots, what died */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lanes": [
                     *         {
                     *           "lane": "SHORT",
                     *           "queued": 3,
                     *           "running": 1,
                     *           "queued_s": 120.5,
                     *           "oldest_queued_at": "2026-03-02T08:04:00.000Z"
                     *         }
                     *       ],
                     *       "slots": {
                     *         "workers": 1,
                     *         "slots": 2,
                     *         "max_running": null
                     *       },
                     *       "shares": {
                     *         "orders": 40,
                     *         "known": 6,
                     *         "shared": 2
                     *       },
                     *       "jobs": [
                     *         {
                     *           "job_id": "1b4e28ba-2fa1-51d2-883f-0016d3cca427",
                     *           "state": "RUNNING",
                     *           "lane": "SHORT",
                     *           "queue_position": null,
                     *           "estimate_s": {
                     *             "p50": 40,
                     *             "p95": 90.5
                     *           },
                     *           "queued_at": "2026-03-02T08:04:00.000Z",
                     *           "taken_at": "2026-03-02T08:04:01.000Z",
                     *           "phase": "slicing",
                     *           "percent": 40,
                     *           "deaths": 0,
                     *           "infra_failures": 0,
                     *           "not_before": null,
                     *           "lease_expires_at": "2026-03-02T08:05:01.000Z",
                     *           "renewed_at": "2026-03-02T08:04:31.000Z",
                     *           "orders": [
                     *             "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77"
                     *           ]
                     *         }
                     *       ],
                     *       "dead": [
                     *         {
                     *           "job_id": "5d0c9b1e-7b1f-5a3c-9f57-2f3f5e1d9a10",
                     *           "lane": "LONG",
                     *           "code": "out-of-memory",
                     *           "detail": null,
                     *           "deaths": 3,
                     *           "finished_at": "2026-03-02T07:40:00.000Z",
                     *           "orders": [
                     *             "9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77"
                     *           ]
                     *         }
                     *       ],
                     *       "orders": [
                     *         {
                     *           "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *           "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "display_status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "status_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "is_active": true,
                     *           "created_at": "2026-03-02T08:02:00.000Z",
                     *           "updated_at": "2026-03-02T08:15:00.000Z",
                     *           "event_version": 14,
                     *           "status_version": 12,
                     *           "sort_key": 1772438520000000,
                     *           "stage": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "stage_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "current_stage_duration_ms": 5520000,
                     *           "frozen_since": null,
                     *           "owner": "MES",
                     *           "partner_id": "acme",
                     *           "customer_ref": "customer-1",
                     *           "external_ref": "external-acme-1",
                     *           "channel": "API",
                     *           "material": "PLA",
                     *           "process": "FDM",
                     *           "quantity": 10,
                     *           "priority": "NORMAL",
                     *           "due_at": "2026-03-09T08:01:00.000Z",
                     *           "overdue": false,
                     *           "stale": false,
                     *           "stale_reason": null,
                     *           "claim": null,
                     *           "delivery_method": "CARRIER",
                     *           "finishing": null,
                     *           "price": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "paid": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "refund_due": null,
                     *           "settlement": "settled",
                     *           "settlement_amount": {
                     *             "amount": 0,
                     *             "currency": "RUB"
                     *           },
                     *           "needs_person": null,
                     *           "manufacturing_attempt": 1,
                     *           "price_attempt": 1,
                     *           "planned_finish_at": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PricingWork"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStuck: {
        parameters: {
            query?: {
                verdict?: "ledger-away" | "read-side-behind" | "parked" | "in-error" | "on-hold" | "process-away" | "dependency-away" | "dead-letter" | "event-late" | "event-missing" | "job-missing" | "in-queue" | "work-slow" | "waiting-for-carrier" | "waiting-for-person" | "clocks-apart" | "unknown";
                /** @description the status in which they stand */
                stage?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
                /** @description only orders that reached their limit from this time on */
                since?: string;
                /** @description of an earlier answer, with the same filters */
                cursor?: string;
                /** @example 1 */
                limit?: number;
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description active orders that are past their limit, each with a verdict and what it rests on; the longest past first */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stuck": [
                     *         {
                     *           "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *           "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "stage": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "since": "2026-03-02T08:15:00.000Z",
                     *           "waits_s": 30720,
                     *           "limit_s": 28800,
                     *           "limit_from": "default",
                     *           "stuck": true,
                     *           "verdict": "waiting-for-carrier",
                     *           "cause": "carrier-silent",
                     *           "text": "carrier dpd has not answered the shipment request for 9 h",
                     *           "facts": {
                     *             "waits_s": 30720,
                     *             "in_status": "WAITING_SHIPMENT_CONFIRMATION",
                     *             "carrier": "dpd"
                     *           },
                     *           "help": "ask the carrier; a lead of the MES or an agent may confirm in its place",
                     *           "also": [],
                     *           "who_may": [
                     *             {
                     *               "command": "ConfirmShipment",
                     *               "to": "SHIPPED",
                     *               "by": [
                     *                 "mes.lead",
                     *                 "carrier.adapter",
                     *                 "process.manager"
                     *               ]
                     *             }
                     *           ],
                     *           "queue": null,
                     *           "correlation_id": "3cc45907-2d69-5057-8759-a80fc2c04f38",
                     *           "evidence": [
                     *             {
                     *               "source": "timeline",
                     *               "says": "WAITING_SHIPMENT_CONFIRMATION; last event 14 ShipmentRequested by MES, recorded at 2026-03-02T08:15:00.000Z"
                     *             },
                     *             {
                     *               "source": "read model",
                     *               "says": "WAITING_SHIPMENT_CONFIRMATION at event 14"
                     *             }
                     *           ],
                     *           "away": [],
                     *           "past_since": "2026-03-02T16:15:00.000Z"
                     *         }
                     *       ],
                     *       "orders": [
                     *         {
                     *           "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *           "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "display_status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "status_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "is_active": true,
                     *           "created_at": "2026-03-02T08:02:00.000Z",
                     *           "updated_at": "2026-03-02T08:15:00.000Z",
                     *           "event_version": 14,
                     *           "status_version": 12,
                     *           "sort_key": 1772438520000000,
                     *           "stage": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "stage_entered_at": "2026-03-02T08:15:00.000Z",
                     *           "current_stage_duration_ms": 5520000,
                     *           "frozen_since": null,
                     *           "owner": "MES",
                     *           "partner_id": "acme",
                     *           "customer_ref": "customer-1",
                     *           "external_ref": "external-acme-1",
                     *           "channel": "API",
                     *           "material": "PLA",
                     *           "process": "FDM",
                     *           "quantity": 10,
                     *           "priority": "NORMAL",
                     *           "due_at": "2026-03-09T08:01:00.000Z",
                     *           "overdue": false,
                     *           "stale": false,
                     *           "stale_reason": null,
                     *           "claim": null,
                     *           "delivery_method": "CARRIER",
                     *           "finishing": null,
                     *           "price": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "paid": {
                     *             "amount": 129900,
                     *             "currency": "RUB"
                     *           },
                     *           "refund_due": null,
                     *           "settlement": "settled",
                     *           "settlement_amount": {
                     *             "amount": 0,
                     *             "currency": "RUB"
                     *           },
                     *           "needs_person": null,
                     *           "manufacturing_attempt": 1,
                     *           "price_attempt": 1,
                     *           "planned_finish_at": null
                     *         }
                     *       ],
                     *       "next_cursor": null,
                     *       "system": {
                     *         "at": "2026-03-02T16:47:00.000Z",
                     *         "ledger": "answers",
                     *         "processes": [
                     *           {
                     *             "name": "projector",
                     *             "state": "ready",
                     *             "silence": null,
                     *             "codes": []
                     *           },
                     *           {
                     *             "name": "pricing-worker",
                     *             "state": "not-ready",
                     *             "silence": null,
                     *             "codes": [
                     *               "postgres: unreachable"
                     *             ]
                     *           }
                     *         ],
                     *         "queues": [
                     *           {
                     *             "queue": "mes.pricing",
                     *             "messages": 3,
                     *             "retrying": 0,
                     *             "dead_letters": 0
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StuckOrders"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `cursor-invalid`, `cursor-mismatch` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDiagnosis: {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description why an order stands where it stands, whether it is past its limit or not */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "stage": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "since": "2026-03-02T08:15:00.000Z",
                     *       "waits_s": 30720,
                     *       "limit_s": 28800,
                     *       "limit_from": "default",
                     *       "stuck": true,
                     *       "verdict": "waiting-for-carrier",
                     *       "cause": "carrier-silent",
                     *       "text": "carrier dpd has not answered the shipment request for 9 h",
                     *       "facts": {
                     *         "waits_s": 30720,
                     *         "in_status": "WAITING_SHIPMENT_CONFIRMATION",
                     *         "carrier": "dpd"
                     *       },
                     *       "help": "ask the carrier; a lead of the MES or an agent may confirm in its place",
                     *       "also": [],
                     *       "who_may": [
                     *         {
                     *           "command": "ConfirmShipment",
                     *           "to": "SHIPPED",
                     *           "by": [
                     *             "mes.lead",
                     *             "carrier.adapter",
                     *             "process.manager"
                     *           ]
                     *         }
                     *       ],
                     *       "queue": null,
                     *       "correlation_id": "3cc45907-2d69-5057-8759-a80fc2c04f38",
                     *       "evidence": [
                     *         {
                     *           "source": "timeline",
                     *           "says": "WAITING_SHIPMENT_CONFIRMATION; last event 14 ShipmentRequested by MES, recorded at 2026-03-02T08:15:00.000Z"
                     *         },
                     *         {
                     *           "source": "read model",
                     *           "says": "WAITING_SHIPMENT_CONFIRMATION at event 14"
                     *         }
                     *       ],
                     *       "away": []
                     *     }
                     */
                    "application/json": components["schemas"]["Diagnosis"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readIncident: {
        parameters: {
            query?: {
                /** @description html: one page that opens from a disk */
                format?: "json" | "html";
            };
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description everything about an order in one file: events, jobs, messages, spans, logs, programs, verdict; masked */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": "order-ledger-incident/1",
                     *       "made_at": "2026-03-02T16:47:00.000Z",
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "verdict": {
                     *         "verdict": "waiting-for-carrier",
                     *         "cause": "carrier-silent",
                     *         "text": "carrier dpd has not answered the shipment request for 9 h",
                     *         "facts": {
                     *           "waits_s": 30720,
                     *           "in_status": "WAITING_SHIPMENT_CONFIRMATION",
                     *           "carrier": "dpd"
                     *         }
                     *       },
                     *       "away": [
                     *         {
                     *           "source": "spans",
                     *           "says": "SPAN_FOLDER is not set here"
                     *         }
                     *       ],
                     *       "events_from": "read model",
                     *       "events": [
                     *         {
                     *           "event_version": 1,
                     *           "type": "OrderInitiated",
                     *           "to": "INITIATED",
                     *           "occurred_at": "2026-03-02T08:02:00.000Z",
                     *           "recorded_at": "2026-03-02T08:02:00.000Z",
                     *           "system": "partner"
                     *         }
                     *       ],
                     *       "messages": [
                     *         {
                     *           "event_version": 1,
                     *           "exchange": "orders.admin.v1",
                     *           "type": "order.order_initiated",
                     *           "published": null
                     *         }
                     *       ],
                     *       "dead_letters": [],
                     *       "queues": [
                     *         {
                     *           "queue": "mes.pricing",
                     *           "messages": 3,
                     *           "retrying": 0,
                     *           "dead_letters": 0
                     *         }
                     *       ],
                     *       "jobs": {},
                     *       "read_side": {},
                     *       "processes": [
                     *         {
                     *           "name": "projector",
                     *           "state": "ready",
                     *           "silence": null,
                     *           "codes": []
                     *         },
                     *         {
                     *           "name": "pricing-worker",
                     *           "state": "not-ready",
                     *           "silence": null,
                     *           "codes": [
                     *             "postgres: unreachable"
                     *           ]
                     *         }
                     *       ],
                     *       "programs": [
                     *         {
                     *           "name": "projector",
                     *           "url": "http://127.0.0.1:9084"
                     *         }
                     *       ],
                     *       "spans": {
                     *         "away": "SPAN_FOLDER is not set here"
                     *       },
                     *       "logs": {
                     *         "away": "LOG_FOLDER is not set here"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Incident"];
                    "text/html": string;
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no such order for this caller. Codes: `unknown-route`, `unknown-order` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProjections: {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description how far the tables are behind the ledger */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projections": [
                     *         {
                     *           "name": "orders",
                     *           "version": 1,
                     *           "position": "81234/81234",
                     *           "last_event_recorded_at": "2026-03-02T08:19:00.000Z",
                     *           "tail_position": "81234",
                     *           "tail_reached_at": "2026-03-02T16:46:59.500Z",
                     *           "lag_ms": 500,
                     *           "parked_orders": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Projections"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSystem: {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description every process with its checks, followers of the ledger, queues, lanes, and orders that are parked */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    /** @description milliseconds since everything in the ledger was known to be in the tables; unknown before the first time */
                    "X-Projection-Lag-Ms"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-03-02T16:47:00.000Z",
                     *       "ledger": "answers",
                     *       "processes": [
                     *         {
                     *           "name": "projector",
                     *           "state": "ready",
                     *           "silence": null,
                     *           "codes": [],
                     *           "version": "0.1.0",
                     *           "node_version": "v20.19.0",
                     *           "started_at": "2026-03-02T06:00:00.000Z"
                     *         }
                     *       ],
                     *       "followers": [
                     *         {
                     *           "process": "projector",
                     *           "name": null,
                     *           "position": "81234",
                     *           "behind": false,
                     *           "lag_ms": 500,
                     *           "moved_at": "2026-03-02T16:46:59.500Z"
                     *         },
                     *         {
                     *           "process": "bridge",
                     *           "name": "orders.pricing",
                     *           "position": "80111",
                     *           "behind": true,
                     *           "lag_ms": 42000,
                     *           "moved_at": "2026-03-02T16:46:18.000Z"
                     *         }
                     *       ],
                     *       "queues": [
                     *         {
                     *           "queue": "mes.pricing",
                     *           "messages": 3,
                     *           "retrying": 0,
                     *           "dead_letters": 0
                     *         }
                     *       ],
                     *       "lanes": [
                     *         {
                     *           "lane": "SHORT",
                     *           "queued": 3,
                     *           "running": 1
                     *         }
                     *       ],
                     *       "parked": [
                     *         {
                     *           "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *           "process": "bridge",
                     *           "what": "orders.pricing",
                     *           "reason": "too-large",
                     *           "parked_at": "2026-03-02T16:40:00.000Z"
                     *         }
                     *       ],
                     *       "objectives": [
                     *         {
                     *           "name": "commands",
                     *           "budget_left": 0.92,
                     *           "bad_ratio_1h": 0.0001
                     *         }
                     *       ],
                     *       "away": []
                     *     }
                     */
                    "application/json": components["schemas"]["System"];
                };
            };
            /** @description a parameter against its form, with errors[]; a cursor or a time that cannot be used. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no credential, or one that does not hold. Codes: `credential-missing`, `key-malformed`, `key-unknown`, `token-expired`, `token-algorithm`, `token-claim`, `token-invalid` */
            401: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the route, or a filter, is not for this credential. Codes: `route-forbidden` */
            403: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once` */
            429: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now, or too slow to answer. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `query-too-slow`, `not-published` */
            503: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPageSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description for this page */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSettings"];
                };
            };
            /** @description not HTTP that can be read, or not in the form that is asked for. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nobody signs in here. Codes: `unknown-route` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person: string;
                };
            };
        };
        responses: {
            /** @description signed in */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description a body against its schema, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
            400: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nobody has this id, or nobody signs in here in this way. Codes: `unknown-route`, `unknown-person` */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the request did not arrive in time. Codes: `request-timeout` */
            408: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description more than is taken. Codes: `body-too-large` */
            413: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
            415: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Expect asks for something else than 100-continue. Codes: `expectation-unknown` */
            417: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description headers, or an address, larger than is taken. Codes: `headers-too-large` */
            431: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

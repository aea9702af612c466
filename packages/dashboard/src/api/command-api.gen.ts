// Made by `npm run docs` from the API's OpenAPI document.
export interface paths {
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** InitiateOrder */
        post: operations["InitiateOrder-route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/attach-model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AttachModel */
        post: operations["attach-model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/submit-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** SubmitOrder */
        post: operations["submit-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/revise-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReviseOrder */
        post: operations["revise-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/start-price-calculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** StartPriceCalculation */
        post: operations["start-price-calculation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/complete-price-calculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CompletePriceCalculation */
        post: operations["complete-price-calculation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/reject-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RejectOrder */
        post: operations["reject-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/restart-price-calculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RestartPriceCalculation */
        post: operations["restart-price-calculation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/request-price-recalculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RequestPriceRecalculation */
        post: operations["request-price-recalculation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/accept-quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AcceptQuote */
        post: operations["accept-quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/approve-manufacturing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ApproveManufacturing */
        post: operations["approve-manufacturing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/record-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RecordPayment */
        post: operations["record-payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/record-refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RecordRefund */
        post: operations["record-refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/plan-production": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PlanProduction */
        post: operations["plan-production"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/claim-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ClaimOrder */
        post: operations["claim-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/renew-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RenewClaim */
        post: operations["renew-claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/release-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReleaseClaim */
        post: operations["release-claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/reassign-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReassignClaim */
        post: operations["reassign-claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/expire-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ExpireClaim */
        post: operations["expire-claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/start-manufacturing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** StartManufacturing */
        post: operations["start-manufacturing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/fail-manufacturing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** FailManufacturing */
        post: operations["fail-manufacturing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/complete-manufacturing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CompleteManufacturing */
        post: operations["complete-manufacturing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/require-rework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RequireRework */
        post: operations["require-rework"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/accept-shortage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AcceptShortage */
        post: operations["accept-shortage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/start-packaging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** StartPackaging */
        post: operations["start-packaging"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/complete-packaging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CompletePackaging */
        post: operations["complete-packaging"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/request-shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RequestShipment */
        post: operations["request-shipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/ship-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ShipOrder */
        post: operations["ship-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/confirm-shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ConfirmShipment */
        post: operations["confirm-shipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/decline-shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DeclineShipment */
        post: operations["decline-shipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/confirm-delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ConfirmDelivery */
        post: operations["confirm-delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/record-carrier-event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RecordCarrierEvent */
        post: operations["record-carrier-event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/close-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CloseOrder */
        post: operations["close-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/request-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RequestReturn */
        post: operations["request-return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/receive-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReceiveReturn */
        post: operations["receive-return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/decline-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DeclineReturn */
        post: operations["decline-return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/cancel-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CancelOrder */
        post: operations["cancel-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/request-cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RequestCancellation */
        post: operations["request-cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/decline-cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** DeclineCancellation */
        post: operations["decline-cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/hold-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** HoldOrder */
        post: operations["hold-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/resume-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ResumeOrder */
        post: operations["resume-order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/report-error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReportError */
        post: operations["report-error"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/resolve-error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ResolveError */
        post: operations["resolve-error"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/change-due-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ChangeDueDate */
        post: operations["change-due-date"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/change-priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ChangePriority */
        post: operations["change-priority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/add-note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** AddNote */
        post: operations["add-note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/record-correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RecordCorrection */
        post: operations["record-correction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/commands/erase-customer-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** EraseCustomerData */
        post: operations["erase-customer-data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ClaimOrder */
        post: operations["ClaimOrder-route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/claim/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RenewClaim */
        post: operations["RenewClaim-route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReleaseClaim */
        post: operations["ReleaseClaim-route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ReassignClaim */
        post: operations["ReassignClaim-route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shop-floor/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ClaimOrder */
        post: operations["ClaimOrder-next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/events/{event_version}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * the free texts of an event; each reading is recorded
         * @description Partners read what they have written themselves.
         */
        get: operations["read-event-texts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** the keys of a partner */
        get: operations["list-partner-key"];
        put?: never;
        /** issue a key of a partner */
        post: operations["issue-partner-key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** end a key of a partner */
        delete: operations["revoke-partner-key"];
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
                /** @description not HTTP that can be read, or not in the form that is asked for */
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
                /** @description the request did not arrive in time */
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
                /** @description more than is taken */
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
                /** @description Expect asks for something else than 100-continue */
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
                /** @description headers, or an address, larger than is taken */
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
                /** @description not HTTP that can be read, or not in the form that is asked for */
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
                /** @description the request did not arrive in time */
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
                /** @description more than is taken */
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
                /** @description Expect asks for something else than 100-continue */
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
                /** @description headers, or an address, larger than is taken */
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
                /** @description not HTTP that can be read, or not in the form that is asked for */
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
                /** @description the request did not arrive in time */
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
                /** @description more than is taken */
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
                /** @description Expect asks for something else than 100-continue */
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
                /** @description headers, or an address, larger than is taken */
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
                /** @description not HTTP that can be read, or not in the form that is asked for */
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
                /** @description the request did not arrive in time */
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
                /** @description more than is taken */
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
                /** @description Expect asks for something else than 100-continue */
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
                /** @description headers, or an address, larger than is taken */
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
        CommandAnswer: {
            /** Format: uuid */
            order_id: string;
            /** @enum {string} */
            status: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            event_version: number;
            status_version: number;
            correlation_id: string;
            events: {
                /** Format: uuid */
                id: string;
                type: string;
                event_version: number;
            }[];
            /** @description of a claim: work commands send it */
            fence_token?: number;
            /**
             * Format: date-time
             * @description of a renewal: when the lease ends
             */
            expires_at?: string;
        };
        EventTexts: {
            /** Format: uuid */
            order_id: string;
            event_version: number;
            texts: {
                field: string;
                text: string;
            }[];
        };
        PartnerKey: {
            key_id: string;
            partner_id: string;
            scopes: ("orders:write" | "orders:read" | "uploads:write")[];
            /** Format: date-time */
            created_at: string;
            /** @description when it ends by itself; null: never */
            expires_at: string | null;
            revoked_at: string | null;
        };
        IssuedKey: {
            key_id: string;
            partner_id: string;
            scopes: ("orders:write" | "orders:read" | "uploads:write")[];
            /** Format: date-time */
            created_at: string;
            /** @description when it ends by itself; null: never */
            expires_at: string | null;
            revoked_at: string | null;
            /** @description shown this once; null in the answer to a repetition */
            api_key: string | null;
        };
        PartnerKeys: {
            keys: {
                key_id: string;
                partner_id: string;
                scopes: ("orders:write" | "orders:read" | "uploads:write")[];
                /** Format: date-time */
                created_at: string;
                /** @description when it ends by itself; null: never */
                expires_at: string | null;
                revoked_at: string | null;
            }[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            /** @description the word to program against; of a refused condition: account-inactive, already-recorded, charge-beyond-price, claimed, cost-decision-missing, credit-beyond-price, currency, incident-incomplete, no-such-figure, not-claim-holder, not-claimed, not-due-for-recalculation, not-enough-made, not-expired-unpaid, not-settled, nothing-changed, order-paid, other-shipment-request, outdated-quote, overtaken, parcels, payment-missing, price-not-positive, quantity, quota-exhausted, quote-expired, refund-beyond-paid, refund-due, remake-ended, remake-not-due, repack-not-due, replacement-not-due, return-condition, return-settlement, return-window-closed, returned-before, risk-not-accepted, same-operator, shipment-request-reused, stale-attempt, stale-fence-token, stale-specification, unknown-event-version, unknown-hold, unknown-refund, unknown-remade-order, unknown-remake-order, unknown-replaced-order, unknown-upload, upload-unusable, urgent-not-agreed */
            code: string;
            correlation_id: string;
            /** @description of a 400: what is wrong where */
            errors?: {
                pointer: string;
                detail: string;
            }[];
            /** @enum {string} */
            order_status?: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            allowed_transitions?: {
                command: string;
                /** @enum {string} */
                to: "INITIATED" | "FILE_UPLOADED" | "SUBMITTED" | "PRICE_CALCULATION_STARTED" | "PRICE_CALCULATED" | "REJECTED" | "WAITING_PAYMENT" | "MANUFACTURING_APPROVED" | "MANUFACTURING_STARTED" | "MANUFACTURING_FAILED" | "REWORK_REQUIRED" | "MANUFACTURING_COMPLETED" | "PACKAGING_STARTED" | "PACKAGING_COMPLETED" | "WAITING_SHIPMENT_CONFIRMATION" | "SHIPPED" | "DELIVERED" | "CLOSED" | "CANCELLED" | "RETURN_REQUESTED" | "RETURNED" | "ON_HOLD" | "ERROR";
            }[];
            holder?: {
                operator: string;
                fence_token: number;
            };
            /**
             * @description of a 403: the system that the status belongs to
             * @enum {string}
             */
            owner?: "store" | "CRM" | "MES";
            /** @description of a 412: the order as it is now */
            event_version?: number;
            status_version?: number;
            /** @description of order-full: the events that an order may hold */
            event_limit?: number;
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
    "InitiateOrder-route": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    customer_ref: string;
                    /** @enum {string} */
                    channel: "ONLINE_STORE" | "CRM" | "API";
                    partner_id?: string;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    external_ref?: string;
                    /**
                     * @default NORMAL
                     * @enum {string}
                     */
                    priority?: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                    /**
                     * Format: date-time
                     * @description an RFC 3339 time; must lie between 1970-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, both in UTC
                     */
                    due_at?: string;
                    /** Format: uuid */
                    replaces_order_id?: string;
                    /** Format: uuid */
                    remake_of_order_id?: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "attach-model": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    upload_id: string;
                    sha256: string;
                    /**
                     * @default MM
                     * @enum {string}
                     */
                    unit?: "MM" | "CM" | "INCH" | "M";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "submit-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    material: string;
                    process: string;
                    quantity: number;
                    finishing?: string;
                    /** @enum {string} */
                    orientation?: "AS_IS" | "BEST";
                    delivery: {
                        /** @enum {string} */
                        method: "CARRIER" | "OWN_COURIER" | "PICKUP";
                        /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                        address_ref?: string;
                    };
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            202: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "revise-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    material?: string;
                    process?: string;
                    quantity?: number;
                    finishing?: string;
                    /** @enum {string} */
                    orientation?: "AS_IS" | "BEST";
                    delivery?: {
                        /** @enum {string} */
                        method: "CARRIER" | "OWN_COURIER" | "PICKUP";
                        /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                        address_ref?: string;
                    };
                    upload_id?: string;
                    sha256?: string;
                    /** @enum {string} */
                    unit?: "MM" | "CM" | "INCH" | "M";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "start-price-calculation": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    attempt: number;
                    /** Format: uuid */
                    job_id: string;
                    spec_version: number;
                    /** @enum {string} */
                    lane: "SHORT" | "MEDIUM" | "LONG";
                    estimate_s: {
                        p50: number;
                        p95: number;
                    };
                    cached: boolean;
                    result?: {
                        /** Format: uuid */
                        job_id: string;
                        price: {
                            amount: number;
                            currency: string;
                        };
                        breakdown: {
                            line: string;
                            amount: {
                                amount: number;
                                currency: string;
                            };
                        }[];
                        tariff_version: string;
                        engine_version: string;
                        machine_seconds: number;
                        measures: {
                            volume: number;
                            area: number;
                            bounding_box: [
                                number,
                                number,
                                number
                            ];
                        };
                        risk?: {
                            /** @enum {string} */
                            reason: "WALL_TOO_THIN";
                            faults: {
                                code: string;
                                count: number;
                                faces: number[];
                            }[];
                        };
                    } | {
                        /** Format: uuid */
                        job_id: string;
                        /** @enum {string} */
                        reason: "NOT_WATERTIGHT" | "TOO_LARGE" | "WALL_TOO_THIN" | "UNSUPPORTED_FORMAT" | "MATERIAL_UNAVAILABLE";
                        faults: {
                            code: string;
                            count: number;
                            faces: number[];
                        }[];
                    };
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "complete-price-calculation": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    attempt: number;
                    /** Format: uuid */
                    job_id: string;
                    price: {
                        amount: number;
                        currency: string;
                    };
                    breakdown: {
                        line: string;
                        amount: {
                            amount: number;
                            currency: string;
                        };
                    }[];
                    tariff_version: string;
                    engine_version: string;
                    machine_seconds: number;
                    measures: {
                        volume: number;
                        area: number;
                        bounding_box: [
                            number,
                            number,
                            number
                        ];
                    };
                    risk?: {
                        /** @enum {string} */
                        reason: "WALL_TOO_THIN";
                        faults: {
                            code: string;
                            count: number;
                            faces: number[];
                        }[];
                    };
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "reject-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    attempt: number;
                    /** Format: uuid */
                    job_id: string;
                    /** @enum {string} */
                    reason: "NOT_WATERTIGHT" | "TOO_LARGE" | "WALL_TOO_THIN" | "UNSUPPORTED_FORMAT" | "MATERIAL_UNAVAILABLE";
                    faults: {
                        code: string;
                        count: number;
                        faces: number[];
                    }[];
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "restart-price-calculation": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    attempt: number;
                    /** Format: uuid */
                    job_id: string;
                    spec_version: number;
                    /** @enum {string} */
                    lane: "SHORT" | "MEDIUM" | "LONG";
                    estimate_s: {
                        p50: number;
                        p95: number;
                    };
                    /** @enum {string} */
                    reason: "LEASE_LOST" | "WORKER_CRASHED" | "RESUMED" | "RESOLVED";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "request-price-recalculation": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "EXPIRED" | "CUSTOMER_ASKED";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "accept-quote": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    quote_version: number;
                    /** @enum {string} */
                    accepts_risk?: "WALL_TOO_THIN";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "approve-manufacturing": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    accepts_risk?: "WALL_TOO_THIN";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "record-payment": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    payment_id: string;
                    amount: {
                        amount: number;
                        currency: string;
                    };
                    /** @enum {string} */
                    method: "CARD" | "BANK" | "CASH" | "INVOICE";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "record-refund": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    refund_id: string;
                    amount: {
                        amount: number;
                        currency: string;
                    };
                    /** @enum {string} */
                    reason: "CANCELLED" | "RETURNED" | "REJECTED" | "OVERPAID" | "GOODWILL";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "plan-production": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    work_centre: string;
                    machine_seconds: number;
                    /**
                     * Format: date-time
                     * @description an RFC 3339 time; must lie between 1970-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, both in UTC
                     */
                    start_at: string;
                    /**
                     * Format: date-time
                     * @description an RFC 3339 time; must lie between 1970-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, both in UTC
                     */
                    finish_at: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "claim-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "renew-claim": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token: number;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "release-claim": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token: number;
                    /** @enum {string} */
                    reason: "SHIFT_END" | "MACHINE_DOWN" | "WRONG_SKILL" | "HELD_TOO_LONG" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "reassign-claim": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    to_operator: string;
                    /** @enum {string} */
                    reason: "SHIFT_END" | "MACHINE_DOWN" | "WRONG_SKILL" | "HELD_TOO_LONG" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "expire-claim": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token: number;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "start-manufacturing": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token?: number;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    machine_id?: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "fail-manufacturing": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token?: number;
                    /** @enum {string} */
                    defect: "WARPING" | "LAYER_SHIFT" | "DIMENSION" | "SURFACE" | "MATERIAL" | "MACHINE" | "OTHER";
                    good_quantity: number;
                    scrap_quantity: number;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "complete-manufacturing": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token: number;
                    good_quantity: number;
                    scrap_quantity?: number;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "require-rework": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token?: number;
                    /** @enum {string} */
                    defect: "WARPING" | "LAYER_SHIFT" | "DIMENSION" | "SURFACE" | "MATERIAL" | "MACHINE" | "OTHER";
                    rejected_quantity: number;
                    instruction: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "accept-shortage": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    quantity: number;
                    credit: {
                        amount: number;
                        currency: string;
                    };
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "start-packaging": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "complete-packaging": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token?: number;
                    parcels?: {
                        weight: number;
                        length: number;
                        width: number;
                        height: number;
                    }[];
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "request-shipment": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    carrier: string;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    shipment_request_id: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "ship-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    handover: "OWN_COURIER" | "PICKUP";
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    tracking_number?: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "confirm-shipment": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    shipment_request_id: string;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    tracking_number: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "decline-shipment": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    shipment_request_id: string;
                    /** @enum {string} */
                    reason: "WEIGHT" | "SIZE" | "ADDRESS" | "FORBIDDEN_GOODS" | "PACKAGING" | "CAPACITY";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "confirm-delivery": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    proof_of_delivery_id?: string;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    handover_record_id?: string;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    tracking_number?: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "record-carrier-event": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    carrier: string;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    carrier_event_id: string;
                    /** @enum {string} */
                    kind: "ACCEPTED" | "DECLINED" | "IN_TRANSIT" | "DELAYED" | "DELIVERED" | "REFUSED" | "RETURN_TO_SENDER" | "LOST";
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    shipment_request_id?: string;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    tracking_number?: string;
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    proof_of_delivery_id?: string;
                    /** @enum {string} */
                    decline_reason?: "WEIGHT" | "SIZE" | "ADDRESS" | "FORBIDDEN_GOODS" | "PACKAGING" | "CAPACITY";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "close-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    refund_id?: string;
                    /** Format: uuid */
                    remake_order_id?: string;
                    /** @enum {string} */
                    no_refund?: "NOTHING_PAID" | "CONDITION";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "request-return": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "REFUSED_AT_DOOR" | "RETURN_TO_SENDER" | "LOST_IN_TRANSIT" | "NOT_AS_ORDERED" | "DAMAGED" | "CHANGED_MIND" | "WARRANTY";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "receive-return": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    condition: "AS_NEW" | "USED" | "DAMAGED" | "LOST";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "decline-return": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "CUSTOMER_WITHDREW" | "WINDOW_PASSED" | "NOT_OURS" | "NO_DEFECT";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "cancel-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "CUSTOMER_ASKED" | "DUPLICATE" | "EXPIRED" | "NO_PAYMENT" | "FRAUD" | "CANNOT_PRODUCE" | "AFTER_ERROR" | "OTHER";
                    charge?: {
                        amount: number;
                        currency: string;
                    };
                    /** @enum {string} */
                    cost_decision?: "CUSTOMER" | "COMPANY" | "SPLIT";
                    incident_note?: string;
                    /** @enum {string} */
                    goods_location?: "SHOP_FLOOR" | "WAREHOUSE" | "CARRIER" | "CUSTOMER" | "SCRAPPED" | "NONE";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "request-cancellation": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "CHANGED_MIND" | "DUPLICATE" | "TOO_SLOW" | "TOO_EXPENSIVE" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "decline-cancellation": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "ALREADY_MADE" | "CUSTOMER_WITHDREW" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "hold-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    hold_id: string;
                    /** @enum {string} */
                    reason: "CUSTOMER_ASKED" | "PAYMENT_RISK" | "MATERIAL_SHORTAGE" | "MACHINE_DOWN" | "QUALITY" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "resume-order": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    hold_id: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "report-error": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    code: "PRICING_DEAD" | "MODEL_UNREADABLE" | "INTEGRATION_FAILED" | "DATA_INCONSISTENT" | "UNKNOWN";
                    detail: string;
                    trace_id: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "resolve-error": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    incident_note: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "change-due-date": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description an RFC 3339 time; must lie between 1970-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, both in UTC
                     */
                    due_at: string;
                    /** @enum {string} */
                    reason: "CUSTOMER_ASKED" | "CAPACITY" | "REWORK" | "DELAY" | "CORRECTION" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "change-priority": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    priority: "LOW" | "NORMAL" | "HIGH" | "URGENT";
                    /** @enum {string} */
                    reason: "CUSTOMER_ASKED" | "CAPACITY" | "REWORK" | "DELAY" | "CORRECTION" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "add-note": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "record-correction": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    corrects_event_version: number;
                    /** @enum {string} */
                    reason: "WRONG_ORDER" | "WRONG_VALUE" | "WRONG_TIME" | "WRONG_ACTOR" | "OTHER";
                    good_quantity?: number;
                    scrap_quantity?: number;
                    rejected_quantity?: number;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "erase-customer-data": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /** @description status_version of the order */
                "X-Expected-Status-Version"?: string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a reference of another system: 1 to 100 characters (code points, after NFC and without outer blanks): letters and digits of any script, . _ : / # № + - and single blanks inside. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful. Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or 8/916/1234567. */
                    request_ref: string;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no precondition was sent */
            428: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "ClaimOrder-route": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "RenewClaim-route": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token: number;
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "ReleaseClaim-route": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    fence_token: number;
                    /** @enum {string} */
                    reason: "SHIFT_END" | "MACHINE_DOWN" | "WRONG_SKILL" | "HELD_TOO_LONG" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "ReassignClaim-route": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    to_operator: string;
                    /** @enum {string} */
                    reason: "SHIFT_END" | "MACHINE_DOWN" | "WRONG_SKILL" | "HELD_TOO_LONG" | "OTHER";
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "ClaimOrder-next": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note?: string;
                    /**
                     * Format: date-time
                     * @description when it happened, from 1970-01-01T00:00:00.000Z on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names
                     */
                    occurred_at?: string;
                };
            };
        };
        responses: {
            /** @description recorded; a repetition gets the same bytes, with Idempotent-Replayed: true */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    ETag?: string;
                    "Idempotent-Replayed"?: string;
                    /** @description true: recorded, but the query API cannot show it until an operator has repaired what it fails on */
                    "X-Order-Stale"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description no order is ready; the same key may be used again */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the caller has no grant; owner names the system that has */
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
            /** @description no such order for this caller */
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
            /** @description the request did not arrive in time */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the order has changed since */
            412: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "read-event-texts": {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                order_id: string;
                event_version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description not to be kept by anybody */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTexts"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the token has no role that reads texts */
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
            /** @description unknown-order; no-text: no such event, or none of its texts may be read by the caller */
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
            /** @description the request did not arrive in time */
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
            /** @description text-erased: the data of the customer were erased */
            410: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "list-partner-key": {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerKeys"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the token has not the role admin */
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
            /** @description unknown-partner, unknown-key */
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
            /** @description the request did not arrive in time */
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
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "issue-partner-key": {
        parameters: {
            query?: never;
            header: {
                /** @description a new one for each new command, the same one to repeat a command */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description what the key may be used for; all if absent */
                    scopes?: ("orders:write" | "orders:read" | "uploads:write")[];
                    /**
                     * Format: date-time
                     * @description when it ends by itself; never if absent
                     */
                    expires_at?: string;
                };
            };
        };
        responses: {
            /** @description done */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKey"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the token has not the role admin */
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
            /** @description unknown-partner, unknown-key */
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
            /** @description the request did not arrive in time */
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
            /** @description too-many-keys: the partner has two live keys */
            409: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description the Idempotency-Key was used for another request */
            422: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
    "revoke-partner-key": {
        parameters: {
            query?: never;
            header?: {
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                partner_id: string;
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerKey"];
                };
            };
            /** @description header or body against its form, with errors[] */
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
            /** @description no credential, or one that does not hold */
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
            /** @description the token has not the role admin */
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
            /** @description unknown-partner, unknown-key */
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
            /** @description the request did not arrive in time */
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
            /** @description body too large */
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
            /** @description not application/json */
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
            /** @description Expect asks for something else than 100-continue */
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
            /** @description too many requests, or too much held at once, with Retry-After */
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
            /** @description headers, or an address, larger than is taken */
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
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first */
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
}

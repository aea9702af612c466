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
        /**
         * InitiateOrder
         * @description For `store.service`, `partner`, `crm.agent`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * AttachModel
         * @description For `store.service`, `partner`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * SubmitOrder
         * @description For `store.service`, `partner`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ReviseOrder
         * @description For `store.service`, `partner`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * StartPriceCalculation
         * @description For `pricing.worker`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * CompletePriceCalculation
         * @description For `pricing.worker`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RejectOrder
         * @description For `pricing.worker`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RestartPriceCalculation
         * @description For `pricing.worker`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RequestPriceRecalculation
         * @description For `store.service`, `partner`, `crm.agent`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * AcceptQuote
         * @description For `store.service`, `partner`, `crm.agent`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ApproveManufacturing
         * @description For `process.manager`, `crm.agent`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RecordPayment
         * @description For `crm.service`, `crm.agent`, `crm.supervisor`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RecordRefund
         * @description For `crm.service`, `crm.agent`, `crm.supervisor`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * PlanProduction
         * @description For `manufacturing.worker`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ClaimOrder
         * @description For `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RenewClaim
         * @description For `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ReleaseClaim
         * @description For `mes.operator`, `mes.packer`, `mes.lead`, `claim.keeper`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ReassignClaim
         * @description For `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ExpireClaim
         * @description For `claim.keeper`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * StartManufacturing
         * @description For `mes.operator`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * FailManufacturing
         * @description For `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * CompleteManufacturing
         * @description For `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RequireRework
         * @description For `mes.quality`, `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * AcceptShortage
         * @description For `crm.agent`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * StartPackaging
         * @description For `mes.packer`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * CompletePackaging
         * @description For `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RequestShipment
         * @description For `mes.packer`, `process.manager`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ShipOrder
         * @description For `mes.packer`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ConfirmShipment
         * @description For `carrier.adapter`, `mes.lead`, `process.manager`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * DeclineShipment
         * @description For `carrier.adapter`, `mes.lead`, `process.manager`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ConfirmDelivery
         * @description For `carrier.adapter`, `crm.agent`, `process.manager`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RecordCarrierEvent
         * @description For `carrier.adapter`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * CloseOrder
         * @description For `process.manager`, `crm.agent`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RequestReturn
         * @description For `carrier.adapter`, `store.service`, `partner`, `crm.agent`, `process.manager`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ReceiveReturn
         * @description For `crm.warehouse`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * DeclineReturn
         * @description For `crm.agent`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * CancelOrder
         * @description For `crm.agent`, `store.service`, `partner`, `process.manager`, `crm.supervisor`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RequestCancellation
         * @description For `store.service`, `partner`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * DeclineCancellation
         * @description For `crm.agent`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * HoldOrder
         * @description For `crm.agent`, `mes.lead`, `mes.operator`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ResumeOrder
         * @description For `crm.agent`, `mes.lead`, `mes.operator`, `crm.supervisor`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ReportError
         * @description For `store.service`, `crm.service`, `process.manager`, `crm.supervisor`, `pricing.worker`, `manufacturing.worker`, `claim.keeper`, `mes.lead`, `ops`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ResolveError
         * @description For `ops`, `crm.supervisor`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ChangeDueDate
         * @description For `store.service`, `partner`, `crm.service`, `crm.agent`, `crm.supervisor`, `crm.warehouse`, `mes.operator`, `mes.packer`, `mes.quality`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ChangePriority
         * @description For `store.service`, `partner`, `crm.service`, `crm.agent`, `crm.supervisor`, `crm.warehouse`, `mes.operator`, `mes.packer`, `mes.quality`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * AddNote
         * @description For `store.service`, `partner`, `crm.service`, `crm.agent`, `crm.supervisor`, `crm.warehouse`, `mes.operator`, `mes.packer`, `mes.quality`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RecordCorrection
         * @description For `crm.supervisor`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * EraseCustomerData
         * @description For `admin`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ClaimOrder
         * @description For `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * RenewClaim
         * @description For `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ReleaseClaim
         * @description For `mes.operator`, `mes.packer`, `mes.lead`, `claim.keeper`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ReassignClaim
         * @description For `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
        /**
         * ClaimOrder
         * @description For `mes.operator`, `mes.packer`, `mes.lead`: in which status, and under which conditions, is in the graph (docs/order-graph.md).
         */
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
    "/v1/orders/{order_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ask the processes that have parked an order to retry it; each request is recorded
         * @description What came of it is seen in the list of parked orders (GET /v1/system): the order is gone from it, or still there.
         */
        post: operations["retry-parked-order"];
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
        RetryAsked: {
            /** Format: uuid */
            order_id: string;
            /** @description processes that had parked the order, and retry it now */
            asked: string[];
            /** @description processes that could not be asked */
            away: string[];
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_ref": "customer-17",
                 *       "channel": "ONLINE_STORE",
                 *       "external_ref": "shop-118",
                 *       "priority": "HIGH",
                 *       "due_at": "2031-03-20T12:00:00Z"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "INITIATED",
                     *       "event_version": 1,
                     *       "status_version": 1,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderInitiated",
                     *           "event_version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description no such order for this caller. Codes: `unknown-route` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `account-inactive`, `quota-exhausted`, `remake-not-due`, `replacement-not-due`, `unknown-remade-order`, `unknown-replaced-order`, `urgent-not-agreed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 1
                 */
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
                /**
                 * @example {
                 *       "upload_id": "6a3f0c1e-58a7-4c36-9a30-0d8a4d1c6f20",
                 *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 *       "unit": "MM"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "FILE_UPLOADED",
                     *       "event_version": 2,
                     *       "status_version": 2,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ModelFileUploaded",
                     *           "event_version": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `unknown-upload`, `upload-unusable` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer`, `uploads-unavailable` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 2
                 */
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
                /**
                 * @example {
                 *       "material": "PLA",
                 *       "process": "FDM",
                 *       "quantity": 10,
                 *       "finishing": "SANDED",
                 *       "delivery": {
                 *         "method": "CARRIER",
                 *         "address_ref": "address-5"
                 *       }
                 *     }
                 */
                "application/json": {
                    material: string;
                    process: string;
                    quantity: number;
                    finishing?: string;
                    /** @enum {string} */
                    orientation?: "AS_IS" | "BEST";
                    infill?: number;
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "SUBMITTED",
                     *       "event_version": 3,
                     *       "status_version": 3,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderSubmitted",
                     *           "event_version": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once`, `too-many-calculations` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer`, `catalogue-unavailable` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 5
                 */
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
                /**
                 * @example {
                 *       "quantity": 12
                 *     }
                 */
                "application/json": {
                    material?: string;
                    process?: string;
                    quantity?: number;
                    finishing?: string;
                    /** @enum {string} */
                    orientation?: "AS_IS" | "BEST";
                    infill?: number;
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "SUBMITTED",
                     *       "event_version": 6,
                     *       "status_version": 6,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderRevised",
                     *           "event_version": 6
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `nothing-changed`, `order-paid`, `unknown-upload`, `upload-unusable` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description too many requests, or too much held at once, with Retry-After. Codes: `rate-limited`, `too-many-requests-at-once`, `too-many-calculations` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer`, `uploads-unavailable`, `catalogue-unavailable` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 3
                 */
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
                /**
                 * @example {
                 *       "attempt": 1,
                 *       "job_id": "1b4e28ba-2fa1-51d2-883f-0016d3cca427",
                 *       "spec_version": 3,
                 *       "lane": "SHORT",
                 *       "estimate_s": {
                 *         "p50": 40,
                 *         "p95": 90.5
                 *       },
                 *       "cached": false
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "PRICE_CALCULATION_STARTED",
                     *       "event_version": 4,
                     *       "status_version": 4,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PriceCalculationStarted",
                     *           "event_version": 4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `currency`, `not-due-for-recalculation`, `order-paid`, `price-not-positive`, `stale-attempt`, `stale-specification` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 4
                 */
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
                /**
                 * @example {
                 *       "attempt": 1,
                 *       "job_id": "1b4e28ba-2fa1-51d2-883f-0016d3cca427",
                 *       "price": {
                 *         "amount": 129900,
                 *         "currency": "RUB"
                 *       },
                 *       "breakdown": [
                 *         {
                 *           "line": "material",
                 *           "amount": {
                 *             "amount": 139900,
                 *             "currency": "RUB"
                 *           }
                 *         },
                 *         {
                 *           "line": "discount",
                 *           "amount": {
                 *             "amount": -10000,
                 *             "currency": "RUB"
                 *           }
                 *         }
                 *       ],
                 *       "tariff_version": "tariff-3",
                 *       "engine_version": "engine-1",
                 *       "machine_seconds": 5400,
                 *       "measures": {
                 *         "volume": 8000,
                 *         "area": 2400.125,
                 *         "bounding_box": [
                 *           20000,
                 *           20000,
                 *           20000
                 *         ]
                 *       }
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "PRICE_CALCULATED",
                     *       "event_version": 5,
                     *       "status_version": 5,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PriceCalculated",
                     *           "event_version": 5
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `currency`, `price-not-positive`, `stale-attempt` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 4
                 */
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
                /**
                 * @example {
                 *       "attempt": 1,
                 *       "job_id": "1b4e28ba-2fa1-51d2-883f-0016d3cca427",
                 *       "reason": "NOT_WATERTIGHT",
                 *       "faults": [
                 *         {
                 *           "code": "OPEN_EDGE",
                 *           "count": 3,
                 *           "faces": [
                 *             1,
                 *             2,
                 *             7
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "REJECTED",
                     *       "event_version": 5,
                     *       "status_version": 5,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderRejected",
                     *           "event_version": 5
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `stale-attempt` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 4
                 */
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
                /**
                 * @example {
                 *       "attempt": 2,
                 *       "job_id": "1b4e28ba-2fa1-51d2-883f-0016d3cca427",
                 *       "spec_version": 3,
                 *       "lane": "SHORT",
                 *       "estimate_s": {
                 *         "p50": 40,
                 *         "p95": 90.5
                 *       },
                 *       "reason": "LEASE_LOST"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "PRICE_CALCULATION_STARTED",
                     *       "event_version": 5,
                     *       "status_version": 4,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PriceCalculationRestarted",
                     *           "event_version": 5
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `stale-attempt`, `stale-specification` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 5
                 */
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
                /**
                 * @example {
                 *       "reason": "CUSTOMER_ASKED"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "PRICE_CALCULATED",
                     *       "event_version": 6,
                     *       "status_version": 5,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PriceRecalculationRequested",
                     *           "event_version": 6
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 5
                 */
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
                /**
                 * @example {
                 *       "quote_version": 5
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_PAYMENT",
                     *       "event_version": 6,
                     *       "status_version": 6,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "QuoteAccepted",
                     *           "event_version": 6
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `account-inactive`, `outdated-quote`, `quote-expired`, `risk-not-accepted` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 6
                 */
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
                /** @example {} */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 8,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ManufacturingApproved",
                     *           "event_version": 8
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `payment-missing`, `quote-expired`, `risk-not-accepted` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 6
                 */
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
                /**
                 * @example {
                 *       "payment_id": "payment-881",
                 *       "amount": {
                 *         "amount": 129900,
                 *         "currency": "RUB"
                 *       },
                 *       "method": "CARD"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_PAYMENT",
                     *       "event_version": 7,
                     *       "status_version": 6,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PaymentRecorded",
                     *           "event_version": 7
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `already-recorded`, `currency` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 6
                 */
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
                /**
                 * @example {
                 *       "refund_id": "refund-12",
                 *       "amount": {
                 *         "amount": 5000,
                 *         "currency": "RUB"
                 *       },
                 *       "reason": "GOODWILL"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_PAYMENT",
                     *       "event_version": 8,
                     *       "status_version": 6,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PaymentRefunded",
                     *           "event_version": 8
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `already-recorded`, `currency`, `refund-beyond-paid` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 7
                 */
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
                /**
                 * @example {
                 *       "work_centre": "fdm-1",
                 *       "machine_seconds": 5400,
                 *       "start_at": "2031-03-03T06:00:00Z",
                 *       "finish_at": "2031-03-03T07:30:00Z"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 9,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ProductionPlanned",
                     *           "event_version": 9
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /** @example {} */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 10,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderClaimed",
                     *           "event_version": 10
                     *         }
                     *       ],
                     *       "fence_token": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `claimed` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /**
                 * @example {
                 *       "fence_token": 1
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 10,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [],
                     *       "fence_token": 1,
                     *       "expires_at": "2031-03-03T06:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `stale-fence-token`, `claim-expired` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /**
                 * @example {
                 *       "fence_token": 1,
                 *       "reason": "SHIFT_END"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 11,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ClaimReleased",
                     *           "event_version": 11
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `stale-fence-token` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /**
                 * @example {
                 *       "to_operator": "sub:olga",
                 *       "reason": "WRONG_SKILL"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 11,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ClaimReassigned",
                     *           "event_version": 11
                     *         }
                     *       ],
                     *       "fence_token": 2
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claimed`, `same-operator` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /**
                 * @example {
                 *       "fence_token": 1
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 11,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ClaimExpired",
                     *           "event_version": 11
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claimed`, `stale-fence-token` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 7
                 */
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
                /**
                 * @example {
                 *       "fence_token": 1,
                 *       "machine_id": "prusa-4"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_STARTED",
                     *       "event_version": 11,
                     *       "status_version": 8,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ManufacturingStarted",
                     *           "event_version": 11
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `stale-fence-token` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 8
                 */
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
                /**
                 * @example {
                 *       "fence_token": 1,
                 *       "defect": "WARPING",
                 *       "good_quantity": 4,
                 *       "scrap_quantity": 2
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_FAILED",
                     *       "event_version": 12,
                     *       "status_version": 9,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ManufacturingFailed",
                     *           "event_version": 12
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `quantity`, `stale-fence-token` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 8
                 */
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
                /**
                 * @example {
                 *       "fence_token": 1,
                 *       "good_quantity": 10,
                 *       "scrap_quantity": 1
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_COMPLETED",
                     *       "event_version": 12,
                     *       "status_version": 9,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ManufacturingCompleted",
                     *           "event_version": 12
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `not-enough-made`, `quantity`, `stale-fence-token` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 9
                 */
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
                /**
                 * @example {
                 *       "defect": "SURFACE",
                 *       "rejected_quantity": 2,
                 *       "instruction": "Sand the upper side of both again."
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "REWORK_REQUIRED",
                     *       "event_version": 13,
                     *       "status_version": 10,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ReworkRequired",
                     *           "event_version": 13
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `quantity`, `stale-fence-token` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 9
                 */
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
                /**
                 * @example {
                 *       "quantity": 2,
                 *       "credit": {
                 *         "amount": 25980,
                 *         "currency": "RUB"
                 *       }
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_FAILED",
                     *       "event_version": 13,
                     *       "status_version": 9,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ShortageAccepted",
                     *           "event_version": 13
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `credit-beyond-price`, `currency`, `quantity` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 9
                 */
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
                /** @example {} */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "PACKAGING_STARTED",
                     *       "event_version": 13,
                     *       "status_version": 10,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PackagingStarted",
                     *           "event_version": 13
                     *         }
                     *       ],
                     *       "fence_token": 2
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `claimed`, `repack-not-due` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 10
                 */
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
                /**
                 * @example {
                 *       "fence_token": 2,
                 *       "parcels": [
                 *         {
                 *           "weight": 420,
                 *           "length": 200000,
                 *           "width": 150000,
                 *           "height": 100000
                 *         }
                 *       ]
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "PACKAGING_COMPLETED",
                     *       "event_version": 14,
                     *       "status_version": 11,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PackagingCompleted",
                     *           "event_version": 14
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `not-enough-made`, `parcels`, `stale-fence-token` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 11
                 */
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
                /**
                 * @example {
                 *       "carrier": "dpd",
                 *       "shipment_request_id": "shipment-40"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_SHIPMENT_CONFIRMATION",
                     *       "event_version": 15,
                     *       "status_version": 12,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ShipmentRequested",
                     *           "event_version": 15
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `shipment-request-reused` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 11
                 */
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
                /**
                 * @example {
                 *       "handover": "OWN_COURIER"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "SHIPPED",
                     *       "event_version": 15,
                     *       "status_version": 12,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderShipped",
                     *           "event_version": 15
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 12
                 */
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
                /**
                 * @example {
                 *       "shipment_request_id": "shipment-40",
                 *       "tracking_number": "DPD-0881204"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "SHIPPED",
                     *       "event_version": 16,
                     *       "status_version": 13,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderShipped",
                     *           "event_version": 16
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `other-shipment-request`, `overtaken` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 12
                 */
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
                /**
                 * @example {
                 *       "shipment_request_id": "shipment-40",
                 *       "reason": "WEIGHT"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "PACKAGING_COMPLETED",
                     *       "event_version": 16,
                     *       "status_version": 13,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ShipmentDeclined",
                     *           "event_version": 16
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `other-shipment-request`, `overtaken` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 13
                 */
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
                /**
                 * @example {
                 *       "proof_of_delivery_id": "proof-8",
                 *       "tracking_number": "DPD-0881204"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "DELIVERED",
                     *       "event_version": 18,
                     *       "status_version": 14,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderDelivered",
                     *           "event_version": 18
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `other-shipment-request`, `overtaken` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 13
                 */
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
                /**
                 * @example {
                 *       "carrier": "dpd",
                 *       "carrier_event_id": "dpd-77120",
                 *       "kind": "IN_TRANSIT",
                 *       "shipment_request_id": "shipment-40"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "SHIPPED",
                     *       "event_version": 17,
                     *       "status_version": 13,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "CarrierEventRecorded",
                     *           "event_version": 17
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `already-recorded`, `other-shipment-request` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 14
                 */
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
                /** @example {} */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "CLOSED",
                     *       "event_version": 19,
                     *       "status_version": 15,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderClosed",
                     *           "event_version": 19
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-settled`, `refund-due`, `remake-ended`, `return-condition`, `return-settlement`, `unknown-refund`, `unknown-remake-order` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 14
                 */
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
                /**
                 * @example {
                 *       "reason": "NOT_AS_ORDERED"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "RETURN_REQUESTED",
                     *       "event_version": 19,
                     *       "status_version": 15,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ReturnRequested",
                     *           "event_version": 19
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `other-shipment-request`, `overtaken`, `return-window-closed`, `returned-before` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 15
                 */
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
                /**
                 * @example {
                 *       "condition": "USED"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "RETURNED",
                     *       "event_version": 20,
                     *       "status_version": 16,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderReturned",
                     *           "event_version": 20
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 15
                 */
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
                /**
                 * @example {
                 *       "reason": "CUSTOMER_WITHDREW"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "DELIVERED",
                     *       "event_version": 20,
                     *       "status_version": 16,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ReturnDeclined",
                     *           "event_version": 20
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 3
                 */
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
                /**
                 * @example {
                 *       "reason": "CUSTOMER_ASKED"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "CANCELLED",
                     *       "event_version": 4,
                     *       "status_version": 4,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderCancelled",
                     *           "event_version": 4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `charge-beyond-price`, `cost-decision-missing`, `currency`, `incident-incomplete`, `not-expired-unpaid` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 6
                 */
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
                /**
                 * @example {
                 *       "reason": "TOO_SLOW"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_PAYMENT",
                     *       "event_version": 7,
                     *       "status_version": 6,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "CancellationRequested",
                     *           "event_version": 7
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 6
                 */
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
                /**
                 * @example {
                 *       "reason": "CUSTOMER_WITHDREW"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_PAYMENT",
                     *       "event_version": 8,
                     *       "status_version": 6,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "CancellationDeclined",
                     *           "event_version": 8
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 3
                 */
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
                /**
                 * @example {
                 *       "hold_id": "hold-3",
                 *       "reason": "PAYMENT_RISK"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "ON_HOLD",
                     *       "event_version": 4,
                     *       "status_version": 4,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderPutOnHold",
                     *           "event_version": 4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `already-recorded` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 4
                 */
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
                /**
                 * @example {
                 *       "hold_id": "hold-3"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "SUBMITTED",
                     *       "event_version": 5,
                     *       "status_version": 5,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderResumed",
                     *           "event_version": 5
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `unknown-hold` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 3
                 */
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
                /**
                 * @example {
                 *       "code": "INTEGRATION_FAILED",
                 *       "detail": "The model store has answered 500 for an hour.",
                 *       "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "ERROR",
                     *       "event_version": 4,
                     *       "status_version": 4,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderErrored",
                     *           "event_version": 4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 4
                 */
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
                /**
                 * @example {
                 *       "incident_note": "The model store is back; the price can be calculated."
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "SUBMITTED",
                     *       "event_version": 5,
                     *       "status_version": 5,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ErrorResolved",
                     *           "event_version": 5
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 3
                 */
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
                /**
                 * @example {
                 *       "due_at": "2031-03-25T12:00:00Z",
                 *       "reason": "CUSTOMER_ASKED"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "SUBMITTED",
                     *       "event_version": 4,
                     *       "status_version": 3,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "DueDateChanged",
                     *           "event_version": 4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 6
                 */
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
                /**
                 * @example {
                 *       "priority": "URGENT",
                 *       "reason": "DELAY"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_PAYMENT",
                     *       "event_version": 7,
                     *       "status_version": 6,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "PriorityChanged",
                     *           "event_version": 7
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `urgent-not-agreed` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 6
                 */
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
                /**
                 * @example {
                 *       "note": "The customer pays by Friday."
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "WAITING_PAYMENT",
                     *       "event_version": 7,
                     *       "status_version": 6,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "NoteAdded",
                     *           "event_version": 7
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 9
                 */
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
                /**
                 * @example {
                 *       "corrects_event_version": 12,
                 *       "reason": "WRONG_VALUE",
                 *       "scrap_quantity": 2
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_COMPLETED",
                     *       "event_version": 13,
                     *       "status_version": 9,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "CorrectionRecorded",
                     *           "event_version": 13
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `no-such-figure`, `quantity`, `unknown-event-version` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version */
                "If-Match"?: string;
                /**
                 * @description status_version of the order
                 * @example 15
                 */
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
                /**
                 * @example {
                 *       "request_ref": "erasure-3"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "CLOSED",
                     *       "event_version": 20,
                     *       "status_version": 15,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "CustomerDataErased",
                     *           "event_version": 20
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description no precondition was sent. Codes: `precondition-required` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /** @example {} */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 10,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderClaimed",
                     *           "event_version": 10
                     *         }
                     *       ],
                     *       "fence_token": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `claimed` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /**
                 * @example {
                 *       "fence_token": 1
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 10,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [],
                     *       "fence_token": 1,
                     *       "expires_at": "2031-03-03T06:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `stale-fence-token`, `claim-expired` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /**
                 * @example {
                 *       "fence_token": 1,
                 *       "reason": "SHIFT_END"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 11,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ClaimReleased",
                     *           "event_version": 11
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claim-holder`, `not-claimed`, `stale-fence-token` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
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
                /**
                 * @example {
                 *       "to_operator": "sub:olga",
                 *       "reason": "WRONG_SKILL"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 11,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "ClaimReassigned",
                     *           "event_version": 11
                     *         }
                     *       ],
                     *       "fence_token": 2
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed`, `precondition-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `held`, `frozen`, `illegal-transition`, `order-full`, `not-claimed`, `same-operator` */
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
            /** @description the order has changed since. Codes: `precondition-failed` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "status": "MANUFACTURING_APPROVED",
                     *       "event_version": 10,
                     *       "status_version": 7,
                     *       "correlation_id": "order-of-ivanov",
                     *       "events": [
                     *         {
                     *           "id": "9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11",
                     *           "type": "OrderClaimed",
                     *           "event_version": 10
                     *         }
                     *       ],
                     *       "fence_token": 1
                     *     }
                     */
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
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed` */
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
            /** @description the caller has no grant; owner names the system that has. Codes: `route-forbidden`, `forbidden` */
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
            /** @description no such order for this caller. Codes: `unknown-route` */
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
            /** @description held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again. Codes: `choice-lost` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `ledger-diverged`, `outcome-unknown`, `wrong-key`, `newer-writer`, `queue-unavailable` */
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
                /** @example 7 */
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
                    /**
                     * @example {
                     *       "order_id": "0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77",
                     *       "event_version": 7,
                     *       "texts": [
                     *         {
                     *           "field": "note",
                     *           "text": "The customer pays by Friday."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EventTexts"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
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
            /** @description the token has no role that reads texts. Codes: `route-forbidden` */
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
            /** @description unknown-order; no-text: no such event, or none of its texts may be read by the caller. Codes: `unknown-route`, `unknown-order`, `no-text` */
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
            /** @description text-erased: the data of the customer were erased. Codes: `text-erased` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error`, `order-unreadable` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable`, `ledger-unavailable`, `wrong-key` */
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
                /** @example partner-prepaid */
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
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "key_id": "0b9d6e21f3aa",
                     *           "partner_id": "partner-prepaid",
                     *           "scopes": [
                     *             "orders:write",
                     *             "orders:read",
                     *             "uploads:write"
                     *           ],
                     *           "created_at": "2031-03-01T08:00:00.000Z",
                     *           "expires_at": null,
                     *           "revoked_at": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerKeys"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
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
            /** @description the token has not the role admin. Codes: `route-forbidden` */
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
            /** @description unknown-partner, unknown-key. Codes: `unknown-route`, `unknown-partner` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable` */
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
                /**
                 * @description a new one for each new command, the same one to repeat a command
                 * @example b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50
                 */
                "Idempotency-Key": string;
                /** @description names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced */
                "X-Correlation-Id"?: string;
            };
            path: {
                /** @example partner-prepaid */
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "scopes": [
                 *         "orders:read"
                 *       ],
                 *       "expires_at": "2031-06-01T00:00:00Z"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "key_id": "4f1c2a90b7de",
                     *       "partner_id": "partner-prepaid",
                     *       "scopes": [
                     *         "orders:read"
                     *       ],
                     *       "created_at": "2031-03-02T08:00:00.000Z",
                     *       "expires_at": "2031-06-01T00:00:00.000Z",
                     *       "revoked_at": null,
                     *       "api_key": "pk_4f1c2a90b7de_…"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedKey"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request`, `idempotency-key-missing`, `idempotency-key-malformed` */
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
            /** @description the token has not the role admin. Codes: `route-forbidden` */
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
            /** @description unknown-partner, unknown-key. Codes: `unknown-route`, `unknown-partner` */
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
            /** @description too-many-keys: the partner has two live keys. Codes: `too-many-keys` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description the Idempotency-Key was used for another request. Codes: `key-reused` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable` */
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
                /** @example partner-prepaid */
                partner_id: string;
                /** @example 4f1c2a90b7de */
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
                    /**
                     * @example {
                     *       "key_id": "4f1c2a90b7de",
                     *       "partner_id": "partner-prepaid",
                     *       "scopes": [
                     *         "orders:read"
                     *       ],
                     *       "created_at": "2031-03-02T08:00:00.000Z",
                     *       "expires_at": "2031-06-01T00:00:00.000Z",
                     *       "revoked_at": "2031-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerKey"];
                };
            };
            /** @description header or body against its form, with errors[]. Codes: `malformed-request`, `host-missing`, `malformed-body`, `malformed-text`, `malformed-json`, `invalid-request` */
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
            /** @description the token has not the role admin. Codes: `route-forbidden` */
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
            /** @description unknown-partner, unknown-key. Codes: `unknown-route`, `unknown-partner`, `unknown-key` */
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
            /** @description body too large. Codes: `body-too-large` */
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
            /** @description not application/json. Codes: `unsupported-media-type`, `unsupported-charset`, `unsupported-encoding` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable` */
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
    "retry-parked-order": {
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
            /** @description asked for */
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
                     *       "asked": [
                     *         "bridge"
                     *       ],
                     *       "away": []
                     *     }
                     */
                    "application/json": components["schemas"]["RetryAsked"];
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
            /** @description the token has no role that mends. Codes: `route-forbidden` */
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
            /** @description no process has parked such an order. Codes: `unknown-route`, `unknown-order`, `not-parked` */
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
            /** @description something failed on our side, or the order's record cannot be read. Codes: `internal-error` */
            500: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Correlation-Id-Replaced": components["headers"]["X-Correlation-Id-Replaced"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first. Codes: `too-many-requests-at-once`, `identity-unavailable`, `database-unavailable`, `dependency-unavailable` */
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

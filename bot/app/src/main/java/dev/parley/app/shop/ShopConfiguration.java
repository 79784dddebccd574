package dev.parley.app.shop;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The shop's parts. */
@Configuration(proxyBeanMethods = false)
@Import({
    StripeController.class,
    BuyController.class,
    AutomaticController.class,
    PlanController.class,
    QuoteController.class,
    PointsController.class,
    ReviewController.class
})
public class ShopConfiguration {}

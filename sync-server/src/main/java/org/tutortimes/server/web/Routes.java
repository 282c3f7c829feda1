package org.tutortimes.server.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/// The routes of a feature.
@FunctionalInterface
public interface Routes {

    /// Adds each route with its handler and its [Access].
    void addTo(JavalinDefaultRoutingApi routes);
}

package org.tutortimes.trust.known;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.tutortimes.desktop.web.Network;

/// A network between the tutor and the server, in one of several states.
final class RoughNetwork implements Interceptor {

    enum State {
        SOUND,
        /// Nothing reaches anybody.
        DOWN,
        /// The server is reached, and its answers are lost.
        LOSES_ANSWERS,
        /// What stands before the server says that it is not there.
        SAYS_503
    }

    private volatile State state = State.SOUND;

    void become(State next) {
        state = next;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return switch (state) {
            case SOUND -> chain.proceed(chain.request());
            case DOWN -> throw new IOException("no network");
            case LOSES_ANSWERS -> {
                chain.proceed(chain.request()).close();
                throw new IOException("the answer is lost");
            }
            case SAYS_503 ->
                    new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(503)
                            .message("Service Unavailable")
                            .body(
                                    ResponseBody.create(
                                            "<h1>Service Unavailable</h1>",
                                            MediaType.get("text/html")))
                            .build();
        };
    }

    Network network() {
        Network ordinary = Network.ofThisMachine();
        return new Network(
                ordinary.client().newBuilder().addInterceptor(this).build(), ordinary.addresses());
    }
}

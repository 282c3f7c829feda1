package org.tutortimes.desktop.trouble;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.tutortimes.desktop.web.Network;
import org.tutortimes.model.trouble.NthCall;

/// Lets a call to the server fail.
///
/// @param afterwards whether the server has got it, and only its answer is lost
record FailingNetwork(NthCall call, boolean afterwards) implements Interceptor {
    // Made once, for it takes long.
    private static final Network ORDINARY = Network.ofThisMachine();

    @Override
    public Response intercept(Chain chain) throws IOException {
        boolean fails = call.next();
        if (fails && afterwards) {
            chain.proceed(chain.request()).close();
        }
        if (fails) {
            throw new IOException("made to fail by a test");
        }
        return chain.proceed(chain.request());
    }

    Network around() {
        return new Network(
                ORDINARY.client().newBuilder().addInterceptor(this).build(), ORDINARY.addresses());
    }
}

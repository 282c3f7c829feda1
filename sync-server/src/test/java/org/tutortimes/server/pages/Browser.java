package org.tutortimes.server.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// A client that keeps cookies by their names and follows no redirect by itself.
public final class Browser {

    /// What came back, read to its end.
    public record Page(
            int status, String text, Map<String, String> headers, List<String> setCookies) {

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /// The fields of the form that is sent to an address with this end, as they stand.
        public List<Field> fields(String action) {
            Matcher form =
                    Pattern.compile(
                                    "<form[^>]*action=\"[^\"]*" + action + "\".*?</form>",
                                    Pattern.DOTALL)
                            .matcher(text);
            if (!form.find()) {
                throw new AssertionError("no form for " + action);
            }
            return Pattern.compile("<(?:input|select)[^>]*? name=\"([^\"]+)\"([^>]*)>")
                    .matcher(form.group())
                    .results()
                    .map(field -> {
                        Matcher value =
                                Pattern.compile("value=\"([^\"]*)\"").matcher(field.group(2));
                        return new Field(field.group(1), value.find() ? value.group(1) : "");
                    })
                    .toList();
        }

        public String csrfToken() {
            Matcher field = Pattern.compile("name=\"csrf_token\" value=\"([^\"]*)\"").matcher(text);
            return field.find() ? field.group(1) : "";
        }
    }

    /// A field of a form.
    public record Field(String name, String value) {

        public Field with(String other) {
            return new Field(name, other);
        }
    }

    private final OkHttpClient client = SampleServer.http().followRedirects(false).build();
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String languages = "";

    public Browser(String address) {
        this.address = address;
    }

    /// A browser in which somebody has signed in by the form.
    public static Browser signedIn(String address, String username) {
        Browser browser = new Browser(address);
        Page answer = browser.signIn(username, SampleServer.PASSWORD);
        if (answer.status() != 303) {
            throw new AssertionError("sign-in answered " + answer.status() + ": " + answer.text());
        }
        return browser;
    }

    /// The same, with these in `Accept-Language`.
    Browser preferring(String wanted) {
        languages = wanted;
        return this;
    }

    public Page signIn(String username, String password) {
        String token = get("/sign-in").csrfToken();
        return post(
                "/sign-in",
                Map.of("csrf_token", token, "username", username, "password", password));
    }

    public Page get(String path) {
        return send(new Request.Builder().url(address + path));
    }

    public Page post(String path, Map<String, String> fields) {
        FormBody.Builder form = new FormBody.Builder();
        fields.forEach(form::add);
        return send(new Request.Builder().url(address + path).post(form.build()));
    }

    /// The same with fields of which several may have one name.
    public Page postFields(String path, List<Field> fields) {
        FormBody.Builder form = new FormBody.Builder();
        fields.forEach(field -> form.add(field.name(), field.value()));
        return send(new Request.Builder().url(address + path).post(form.build()));
    }

    /// The same as a form that has a file, named `file`.
    public Page postFile(String path, Map<String, String> fields, byte[] file) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.forEach(form::addFormDataPart);
        form.addFormDataPart("file", "list.csv", RequestBody.create(file));
        return send(new Request.Builder().url(address + path).post(form.build()));
    }

    /// Sends a body as it is.
    public Page postBody(String path, String contentType, String body) {
        RequestBody sent =
                RequestBody.create(
                        body.getBytes(StandardCharsets.UTF_8), MediaType.get(contentType));
        return send(new Request.Builder().url(address + path).post(sent));
    }

    /// Has a cookie that a script would have set.
    public void keepCookie(String name, String value) {
        cookies.put(name, value);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String cookieHeader() {
        List<String> pairs = new ArrayList<>();
        cookies.forEach((name, value) -> pairs.add(name + "=" + value));
        return String.join("; ", pairs);
    }

    private Page send(Request.Builder request) {
        request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if (!languages.isEmpty()) {
            request.header("Accept-Language", languages);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        try (Response response = client.newCall(request.build()).execute()) {
            List<String> setCookies = response.headers("Set-Cookie");
            setCookies.forEach(this::keep);
            Map<String, String> headers = new LinkedHashMap<>();
            for (String name : response.headers().names()) {
                headers.put(name.toLowerCase(Locale.ROOT), response.header(name, ""));
            }
            return new Page(response.code(), response.body().string(), headers, setCookies);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.substring(0, setCookie.indexOf(';')).split("=", 2);
        if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}

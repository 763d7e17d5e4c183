package io.github.junitattrib.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells web addresses of models, as browsers show them, from paths. */
final class WebAddresses {

    private static final Pattern HUB = Pattern.compile(
            "https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/([\\w.-]+/[\\w.-]+)(?:/tree/([^?#]+?))?/?");

    private WebAddresses() {}

    /** Returns the location that means the same model; empty unless it is a page of the Hugging Face hub. */
    static Optional<String> location(String address) {
        Matcher matcher = HUB.matcher(address);
        return matcher.matches()
                ? Optional.of("hf:" + matcher.group(1) + (matcher.group(2) == null ? "" : "@" + matcher.group(2)))
                : Optional.empty();
    }
}

package dev.parley.app.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this API, for people and generators. */
@RestController
class OpenApiController {
    @GetMapping(path = "/api/v1/openapi.yaml", produces = "application/yaml")
    Resource openApi() {
        return new ClassPathResource("openapi.yaml");
    }
}
